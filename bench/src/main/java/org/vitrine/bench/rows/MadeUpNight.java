package org.vitrine.bench.rows;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.vitrine.calendars.WorkInterval;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.calendars.WorkingWeek;
import org.vitrine.forecasts.Forecast;
import org.vitrine.forecasts.ForecastTable;
import org.vitrine.forecasts.ForecastTable.OrderPosition;
import org.vitrine.forecasts.Forecasts;
import org.vitrine.forecasts.HoursPlan;
import org.vitrine.forecasts.PastOrder;
import org.vitrine.forecasts.PastOrder.Heard;
import org.vitrine.forecasts.WorkClock;

/** A night that is made up: what it learns, and what it tells by that, in a process of its own. */
final class MadeUpNight {
  private static final int TOLD = 100_000;
  private static final int ROUTINGS = 50;
  private static final int STAGES = 8;
  private static final int PRODUCTS = 2_000;
  private static final int REPORTS = 10;
  private static final double SECOND = 1e9;
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
  private static final Instant NIGHT = Instant.parse("2027-01-01T00:00:00Z");
  private static final long MILLIS = NIGHT.toEpochMilli() - BEGIN.toEpochMilli();
  private static final WorkingTime CALENDAR =
      WorkingTime.of(
          ZONE,
          WorkingWeek.on(
              List.of(
                  DayOfWeek.MONDAY,
                  DayOfWeek.TUESDAY,
                  DayOfWeek.WEDNESDAY,
                  DayOfWeek.THURSDAY,
                  DayOfWeek.FRIDAY),
              new WorkInterval("06:00", "22:00")),
          List.of());

  private MadeUpNight() {}

  /** Says how many seconds the table takes, and what is told by it. */
  public static void main(String[] arguments) {
    MadeUpOrders orders = new MadeUpOrders(Integer.parseInt(arguments[0]));
    long begun = System.nanoTime();
    ForecastTable table = orders.table();
    long made = System.nanoTime();
    tell(table);
    double told = (System.nanoTime() - made) / SECOND;
    System.out.println("seconds " + (made - begun) / SECOND + " " + told);
  }

  private static void tell(ForecastTable table) {
    SplittableRandom random = new SplittableRandom(2);
    WorkClock clock = WorkClock.of(CALENDAR, BEGIN, NIGHT);
    double now = clock.hours(NIGHT);
    for (int order = 0; order < TOLD; order++) {
      OrderPosition position =
          new OrderPosition(
              stage(random.nextInt(ROUTINGS), random.nextInt(STAGES)),
              product(random.nextInt(PRODUCTS)),
              OptionalDouble.of(1 + random.nextInt(500)));
      double silence = random.nextInt(100);
      Forecast forecast = Forecast.at(table, position, silence);
      Instant half = clock.at(now - silence + forecast.hours(0.5));
      Instant nineOfTen = clock.at(now - silence + forecast.hours(0.9));
      if (nineOfTen.isBefore(half)) {
        throw new IllegalStateException("told the wrong way round: " + position);
      }
    }
  }

  private static String stage(int routing, int stage) {
    return "routing-" + routing + "/stage-" + stage;
  }

  private static String product(int product) {
    return "product-" + product;
  }

  /** Orders that exist while they are looked at, the same each time. */
  private static final class MadeUpOrders extends AbstractCollection<PastOrder> {
    private final int size;
    private final String[][] stages = new String[ROUTINGS][STAGES];
    private final String[] products = new String[PRODUCTS];

    MadeUpOrders(int size) {
      this.size = size;
      for (int routing = 0; routing < ROUTINGS; routing++) {
        for (int at = 0; at < STAGES; at++) {
          stages[routing][at] = stage(routing, at);
        }
      }
      IntStream.range(0, PRODUCTS).forEach(at -> products[at] = product(at));
    }

    ForecastTable table() {
      return Forecasts.learnedFrom(this, HoursPlan.ofPlant(120), CALENDAR, NIGHT);
    }

    @Override
    public Iterator<PastOrder> iterator() {
      SplittableRandom random = new SplittableRandom(1);
      return IntStream.range(0, size).mapToObj(order -> order(order, random)).iterator();
    }

    private PastOrder order(int number, SplittableRandom random) {
      int product = random.nextInt(PRODUCTS);
      String[] way = stages[product % ROUTINGS];
      long at = (long) (random.nextDouble() * MILLIS * 0.98);
      List<Heard> heard = new ArrayList<>(REPORTS);
      for (int report = 0; report < REPORTS; report++) {
        heard.add(new Heard(BEGIN.plusMillis(at), way[report * STAGES / REPORTS]));
        at += 3_600_000L + random.nextLong(200_000_000L);
      }
      Instant done = BEGIN.plusMillis(at);
      return new PastOrder(
          "WO-" + number,
          products[product],
          OptionalDouble.of(1 + random.nextInt(500)),
          heard,
          random.nextInt(50) == 0 ? Optional.empty() : Optional.of(done),
          List.of());
    }

    @Override
    public int size() {
      return size;
    }
  }
}
