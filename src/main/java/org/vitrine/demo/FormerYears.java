package org.vitrine.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.vitrine.demo.Happening.GoodsLeft;
import org.vitrine.demo.Happening.OrderPlaced;
import org.vitrine.demo.Happening.PromiseMoved;
import org.vitrine.demo.Happening.ReportTold;
import org.vitrine.demo.ReportDraft.Post;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.ShippedItem;
import org.vitrine.production.Report.Origin;
import org.vitrine.production.Report.Place;
import org.vitrine.production.Routing;
import org.vitrine.production.Source;
import org.vitrine.production.Stage;

/**
 * What customers bought in the two years before the plant shows its work: each in a rhythm of their
 * own, told in few words, as somebody brings it from the system before. One grows, one orders ever
 * later, one is gone. A pure function of the seed and the day the plant opened.
 */
record FormerYears(long seed, LocalDate opened, Shifts shifts, Catalogue catalogue) {
  private static final int FIRST_NUMBER = 8001;
  private static final int DAYS = 730;
  private static final int DAYS_OF_WORK = 16;

  /** The last ones are still made while the plant shows its work. */
  private static final int ORDERED_BEFORE = 8;

  private static final int LINE = 1;
  private static final Origin BROUGHT_IN = new Origin(Source.IMPORT, "ERP", null);
  private static final LocalizedText WHY =
      LocalizedText.of(
          Map.of(
              "en", "The compressors came later than our supplier had confirmed",
              "zh-CN", "压缩机的到货时间晚于供应商确认的日期"));

  private static final List<Habit> HABITS =
      List.of(
          new Habit("northwind", 24, 24, 0, 120),
          new Habit("harbour", 46, 28, 0, 80),
          new Habit("greenfield", 61, 58, 0, 60),
          new Habit("kuehl", 26, 19, 0, 160),
          new Habit("pacific", 30, 34, 0, 140),
          new Habit("alpenhof", 29, 33, 55, 60),
          new Habit("marina", 35, 62, 420, 40));

  /**
   * How a company orders.
   *
   * @param between so many days at first
   * @param later so many days at the end
   * @param silent for so many days before the plant opened it has ordered nothing
   * @param pieces of a usual order
   */
  private record Habit(String company, int between, int later, int silent, int pieces) {}

  private record Bought(String company, LocalDate on, int pieces, SplittableRandom random) {}

  static FormerYears before(Plant plant) {
    return new FormerYears(plant.seed(), plant.opened(), plant.shifts(), plant.catalogue());
  }

  /** All of them, the first one first. */
  List<Story> stories() {
    List<Bought> bought =
        HABITS.stream()
            .flatMap(habit -> bought(habit).stream())
            .sorted(Comparator.comparing(Bought::on).thenComparing(Bought::company))
            .toList();
    List<Story> stories = new ArrayList<>();
    for (Bought one : bought) {
      stories.add(story(FIRST_NUMBER + stories.size(), one));
    }
    return stories;
  }

  private List<Bought> bought(Habit habit) {
    SplittableRandom random = new SplittableRandom(seed * 31 + HABITS.indexOf(habit));
    List<Bought> bought = new ArrayList<>();
    int last = DAYS - Math.max(habit.silent(), ORDERED_BEFORE);
    double day = random.nextInt(habit.between());
    while (day < last) {
      LocalDate on = opened.minusDays(DAYS - (long) day);
      int pieces = 10 * Math.max(2, habit.pieces() * (7 + random.nextInt(7)) / 100);
      bought.add(new Bought(habit.company(), on, pieces, random.split()));
      double usual = habit.between() + (habit.later() - habit.between()) * day / DAYS;
      day += usual * (0.8 + 0.4 * random.nextDouble());
    }
    return bought;
  }

  private Story story(int number, Bought bought) {
    SplittableRandom random = bought.random();
    Product product = catalogue.products().get(random.nextInt(catalogue.products().size()));
    Line line = product.undemanding(LINE, bought.pieces());
    int promised = DAYS_OF_WORK + 4 + random.nextInt(6);
    int late = random.nextInt(9) == 0 ? 2 + random.nextInt(7) : 0;
    int arrives = late > 0 ? promised + late : promised - 1 - random.nextInt(3);
    int takes = arrives - FormerTeller.DAYS_ON_THE_ROAD;
    Instant placed = at(bought.on(), 9);
    List<Happening> happenings = new ArrayList<>();
    happenings.add(new OrderPlaced(placed));
    if (late > 2) {
      happenings.add(
          new PromiseMoved(
              at(bought.on().plusDays(promised / 2), 11),
              promised + late,
              WHY,
              Cast.ACCOUNT_MANAGER));
    }
    happenings.addAll(made(catalogue.routingOf(product), bought, takes));
    happenings.add(
        new GoodsLeft(
            at(bought.on().plusDays(takes), 16),
            1,
            List.of(new ShippedItem(line.number(), line.quantity()))));
    return new Story(
        new OrderNumber("SO-" + number),
        bought.company(),
        String.valueOf(4_500_000_000L + 41L * number),
        List.of(line),
        promised,
        happenings);
  }

  /** Each stage in one word, evenly over the days that all of it took. */
  private List<Happening> made(Routing routing, Bought bought, int takes) {
    List<Happening> said = new ArrayList<>();
    Instant began = at(bought.on(), 10);
    List<Stage> stages = routing.stages();
    for (int at = 0; at < stages.size(); at++) {
      Instant done = at(bought.on().plusDays((long) takes * (at + 1) / stages.size()), 14);
      Post post = new Post(new Place(LINE, stages.get(at).code(), null), BROUGHT_IN);
      ReportDraft finished = post.finished(ReportDraft.pieces(bought.pieces(), 0, 0));
      said.add(new ReportTold(began, done, at + 1, finished));
      began = done;
    }
    return said;
  }

  private Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(shifts.zone()).toInstant();
  }
}
