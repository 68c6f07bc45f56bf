package org.vitrine.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.vitrine.demo.Happening.OrderPlaced;
import org.vitrine.demo.Happening.PromiseMoved;
import org.vitrine.demo.Happening.ReportTold;
import org.vitrine.demo.LineWork.Deed;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderNumber;
import org.vitrine.production.ReportKind;
import org.vitrine.production.Routing;
import org.vitrine.production.Stage;

/**
 * The plant that never was: a pure function of a seed and the day it opened. Each order has its own
 * random numbers, so that any one of them can be told without the others.
 */
record Plant(long seed, LocalDate opened, Shifts shifts, Catalogue catalogue) {
  private static final int FIRST_NUMBER = 10001;

  /** Some forty orders are in flight when one comes in as often. */
  private static final double HOURS_OF_WORK_BETWEEN_ORDERS = 6.2;

  private static final List<String> BUYERS =
      List.of("northwind", "northwind", "harbour", "greenfield", "kuehl", "kuehl", "pacific");

  Plant(long seed, LocalDate opened, ZoneId zone) {
    this(seed, opened, new Shifts(zone), Catalogue.read());
  }

  /** Its first order is number 0. */
  static OrderNumber number(int order) {
    return new OrderNumber("SO-" + (FIRST_NUMBER + order));
  }

  static int order(OrderNumber number) {
    return Integer.parseInt(number.value().substring("SO-".length())) - FIRST_NUMBER;
  }

  /** When this order is placed. */
  Instant placedAt(int order) {
    double jitter = order == 0 ? 0 : randomOf(-1 - order).nextDouble() * 0.8;
    return shifts.after(
        opened.atStartOfDay(shifts.zone()).toInstant(),
        (order + jitter) * HOURS_OF_WORK_BETWEEN_ORDERS);
  }

  Story story(int order) {
    SplittableRandom random = randomOf(order);
    OrderNumber number = number(order);
    Fate fate = Fate.of(order);
    Instant placedAt = placedAt(order);
    List<Line> lines = new ArrayList<>();
    List<Deed> deeds = new ArrayList<>();
    int days = 0;
    int ordered = random.nextInt(4) == 0 ? 2 : 1;
    for (int at = 1; at <= ordered; at++) {
      Product product = pick(catalogue.products(), random);
      Routing routing = catalogue.routingOf(product);
      Line line = product.line(at, 20 * (3 + random.nextInt(28)));
      lines.add(line);
      String serial = product.code().replace("-", "") + "-" + (FIRST_NUMBER + order) % 10_000;
      deeds.addAll(
          new LineWork(random, line, product, routing, at == 1 ? fate : Fate.KIND, serial)
              .from(2 + 6 * random.nextDouble()));
      days = Math.max(days, usualDays(routing));
    }
    int promised = fate.hasty() ? days - 2 : days + 3 + random.nextInt(4);
    return new Story(
        number,
        pick(BUYERS, random),
        String.valueOf(4_500_010_000L + 37L * order + random.nextInt(37)),
        List.copyOf(lines),
        promised,
        happenings(placedAt, deeds, fate, promised, new Loading(lines, order % 3 != 2)));
  }

  /**
   * What a company has in production, what is done first in front.
   *
   * @param placedBefore of those that were placed by then
   */
  List<Story> inFlight(String company, Instant placedBefore, Instant now) {
    return IntStream.iterate(0, order -> placedAt(order).isBefore(placedBefore), order -> order + 1)
        .mapToObj(this::story)
        .filter(story -> story.company().equals(company) && story.ends().isAfter(now))
        .sorted(Comparator.comparing(Story::ends))
        .toList();
  }

  /** A company's orders that had come to their end by then, the first one first. */
  List<Story> done(String company, Instant by) {
    return IntStream.iterate(0, order -> placedAt(order).isBefore(by), order -> order + 1)
        .mapToObj(this::story)
        .filter(story -> story.company().equals(company) && story.ends().isBefore(by))
        .sorted(Comparator.comparing(Story::ends))
        .toList();
  }

  private List<Happening> happenings(
      Instant placedAt, List<Deed> deeds, Fate fate, int promisedDays, Loading loading) {
    List<Happening> happenings = new ArrayList<>();
    happenings.add(new OrderPlaced(placedAt));
    int sequence = 0;
    for (Deed deed : deeds.stream().sorted(Comparator.comparingDouble(Deed::hour)).toList()) {
      Instant at = shifts.after(placedAt, deed.hour());
      Instant began =
          deed.took() == 0 ? at : shifts.after(placedAt, Math.max(0, deed.hour() - deed.took()));
      happenings.add(new ReportTold(began, at, ++sequence, deed.said()));
      loading.handOver(at, deed.said()).ifPresent(happenings::add);
      if (fate.partsLate() && deed.said().kind() == ReportKind.HELD) {
        happenings.add(
            new PromiseMoved(at, promisedDays + 4, deed.said().reason(), Cast.ACCOUNT_MANAGER));
      }
    }
    return List.copyOf(happenings);
  }

  private static int usualDays(Routing routing) {
    double hours = routing.stages().stream().mapToDouble(Stage::usualHours).sum();
    return (int) Math.ceil(hours / Shifts.HOURS_A_DAY);
  }

  private SplittableRandom randomOf(int order) {
    return new SplittableRandom(seed * 1_000_003 + order);
  }

  private static <T> T pick(List<T> from, RandomGenerator random) {
    return from.get(random.nextInt(from.size()));
  }
}
