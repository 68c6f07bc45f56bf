package org.vitrine.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.vitrine.demo.DeviceScript.ScriptedClimate;
import org.vitrine.devices.Condition;

/**
 * What it is like at one place of the demo plant: a pure function of the hour, so that whoever
 * tells it again says the same. It is warmest in the afternoon, and looked over once a shift.
 */
record FloorClimate(ScriptedClimate usual, ZoneId zone) {
  private static final Duration EVERY = Duration.ofHours(1);
  private static final double WARMEST = 15;
  private static final List<Integer> LOOKED_OVER_AT = List.of(8, 16);

  /** One check in so many finds something. */
  private static final int SELDOM = 17;

  /** Every reading from one moment on and before the other. */
  List<Condition> between(Instant from, Instant until) {
    List<Condition> readings = new ArrayList<>();
    for (Instant at = hourAfter(from); at.isBefore(until); at = at.plus(EVERY)) {
      at(at).forEach(readings::add);
    }
    return readings;
  }

  private static Instant hourAfter(Instant from) {
    long hours = Math.ceilDiv(from.getEpochSecond(), EVERY.toSeconds());
    return Instant.ofEpochSecond(hours * EVERY.toSeconds());
  }

  private Stream<Condition> at(Instant hour) {
    SplittableRandom random =
        new SplittableRandom(hour.getEpochSecond() ^ usual.place().hashCode());
    int clock = hour.atZone(zone).getHour();
    double swing = Math.cos((clock - WARMEST) / 24 * 2 * Math.PI);
    double warmer = usual.swings() * (0.5 * swing + 0.2 * random.nextGaussian());
    Stream<Condition> measured =
        Stream.of(
            measured(hour, "temperature", usual.temperature() + warmer, "°C"),
            measured(hour, "humidity", usual.humidity() - 2 * warmer, "%"));
    return LOOKED_OVER_AT.contains(clock)
        ? Stream.concat(measured, Stream.of(lookedOver(hour, random.nextInt(SELDOM) > 0)))
        : measured;
  }

  private Condition measured(Instant hour, String quantity, double value, String unit) {
    BigDecimal shown = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN);
    return new Condition(
        id(hour, quantity), usual.place(), quantity, shown, null, unit, hour, usual.device());
  }

  private Condition lookedOver(Instant hour, boolean passed) {
    String quantity = "cleanliness";
    return new Condition(
        id(hour, quantity), usual.place(), quantity, null, passed, null, hour, null);
  }

  private String id(Instant hour, String quantity) {
    return "demo %s %s %s".formatted(usual.place(), quantity, hour);
  }
}
