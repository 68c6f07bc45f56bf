package org.vitrine.forecasts;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.vitrine.calendars.WorkInterval;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.calendars.WorkingWeek;
import org.vitrine.forecasts.ForecastEvaluation.PlayedPast;
import org.vitrine.forecasts.PastOrder.Heard;

/**
 * A plant that is made up: orders come at random, go through stages that take about so long, and
 * are reported on. The same seed makes the same plant.
 *
 * @param spread of the hours of a stage: the standard deviation of their logarithm
 * @param products how many there are at first
 * @param freshEvery after how many hours of work a new one comes; never where there is none
 * @param slower by how much everything takes longer in the second half
 */
record MadeUpPlant(
    int orders, double spread, int products, OptionalDouble freshEvery, double slower, long seed) {
  static final ZoneId ZONE = ZoneOffset.UTC;
  static final WorkingTime CALENDAR =
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
  static final Instant BEGIN = Instant.parse("2026-01-05T06:00:00Z");
  private static final WorkClock CLOCK =
      WorkClock.of(CALENDAR, BEGIN, Instant.parse("2029-01-01T00:00:00Z"));
  private static final double[] STAGE_HOURS = {20, 40, 30, 60, 25};
  private static final double COMES_EVERY = 12;
  private static final double PLAN = 90;
  private static final double WEEK = 5 * 16;
  private static final int IN_USE = 6;
  private static final double OF_PRODUCTS = 0.35;

  /** Five stages that take what they take, with a fifth of it as their standard deviation. */
  static MadeUpPlant calm(long seed) {
    return new MadeUpPlant(300, 0.2, 3, OptionalDouble.empty(), 1, seed);
  }

  static MadeUpPlant thatBecomesSlower(long seed) {
    return new MadeUpPlant(400, 0.5, 8, OptionalDouble.empty(), 1.4, seed);
  }

  static MadeUpPlant withNewProducts(long seed) {
    return new MadeUpPlant(300, 0.4, 3, OptionalDouble.of(WEEK), 1, seed);
  }

  /** The same, for not so long. */
  MadeUpPlant ofOrders(int fewer) {
    return new MadeUpPlant(fewer, spread, products, freshEvery, slower, seed);
  }

  PlayedPast played() {
    Random random = new Random(seed);
    List<Double> factors = new ArrayList<>();
    IntStream.range(0, products).forEach(any -> factors.add(factor(random)));
    List<PastOrder> made = new ArrayList<>();
    double begins = 0;
    for (int one = 0; one < orders; one++) {
      begins -= COMES_EVERY * Math.log(1 - random.nextDouble());
      while (freshEvery.isPresent()
          && factors.size() - products < begins / freshEvery.getAsDouble()) {
        factors.add(factor(random));
      }
      int first = freshEvery.isPresent() ? Math.max(0, factors.size() - IN_USE) : 0;
      int product = first + random.nextInt(factors.size() - first);
      made.add(order("WO-" + one, product, factors.get(product), begins, random));
    }
    Instant end = CLOCK.at(begins);
    return new PlayedPast(
        made.stream()
            .map(order -> until(order, end))
            .filter(order -> !order.heard().isEmpty())
            .toList(),
        IntStream.range(0, STAGE_HOURS.length).mapToObj(MadeUpPlant::stage).toList(),
        HoursPlan.ofPlant(PLAN),
        CALENDAR,
        ZONE);
  }

  /** When everything becomes slower. */
  Instant change() {
    return CLOCK.at(changeHours());
  }

  private double changeHours() {
    return orders * COMES_EVERY / 2;
  }

  private static double factor(Random random) {
    return Math.exp(OF_PRODUCTS * random.nextGaussian());
  }

  private static String stage(int stage) {
    return "stage-" + (char) ('a' + stage);
  }

  private PastOrder order(String number, int product, double factor, double begins, Random random) {
    double quantity = Math.exp(4 + 0.5 * random.nextGaussian());
    List<Heard> heard = new ArrayList<>();
    double at = begins;
    for (int stage = 0; stage < STAGE_HOURS.length; stage++) {
      double hours = STAGE_HOURS[stage] * factor * Math.exp(spread * random.nextGaussian());
      int reports = 1 + random.nextInt(3);
      for (int report = 0; report < reports; report++) {
        heard.add(new Heard(CLOCK.at(at), stage(stage)));
        at = worked(at, hours / reports);
      }
    }
    Instant finished = CLOCK.at(at);
    heard.add(new Heard(finished, stage(STAGE_HOURS.length - 1)));
    heard.sort(Comparator.comparing(Heard::at));
    return new PastOrder(
        number,
        "product-" + product,
        OptionalDouble.of(quantity),
        heard,
        Optional.of(finished),
        List.of());
  }

  /** What takes so long takes longer in the second half. */
  private double worked(double from, double hours) {
    double before = Math.min(hours, Math.max(0, changeHours() - from));
    return from + before + (hours - before) * slower;
  }

  private static PastOrder until(PastOrder order, Instant end) {
    return new PastOrder(
        order.number(),
        order.product(),
        order.quantity(),
        order.heard().stream().filter(report -> !report.at().isAfter(end)).toList(),
        order.finished().filter(done -> !done.isAfter(end)),
        List.of());
  }
}
