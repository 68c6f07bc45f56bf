package org.vitrine.bench.rows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Core;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.Program;
import org.vitrine.bench.measure.Interval;

/** Row 24. */
final class NightlyTable implements Row {
  private static final int ORDERS = 1_000_000;
  private static final int QUICK_ORDERS = 50_000;
  private static final int ROUNDS = 3;

  @Override
  public int number() {
    return 24;
  }

  @Override
  public String job() {
    return "Forecasts: the table of a night, and 100,000 orders told anew";
  }

  @Override
  public String method() {
    return """
    What one night learns from 1,000,000 orders of three years, made up while it reads them: ten reports each, 50 routings of \
    8 stages, 2,000 products, one in fifty still open. Then the ranges of 100,000 orders at some stage after some silence, as \
    days of the plant's calendar. A fresh process with a heap of 400 MB (`-Xmx400m`) on one core each round. What the database \
    takes to hand over the history and to keep what is told is not in it.\
    """;
  }

  @Override
  public Duration longest() {
    return Duration.ofMinutes(20);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    List<Double> tables = new ArrayList<>();
    List<Double> told = new ArrayList<>();
    for (int round = 0; round < (lab.isQuick() ? 1 : ROUNDS); round++) {
      String[] seconds = round(lab).split(" ");
      tables.add(Double.parseDouble(seconds[1]));
      told.add(Double.parseDouble(seconds[2]));
    }
    return List.of(
        Finding.atMost(300, "Table of a night, of a million orders", interval(tables), "s"),
        Finding.atMost(60, "100,000 orders told", interval(told), "s"));
  }

  private static String round(Lab lab) throws Exception {
    int orders = lab.isQuick() ? QUICK_ORDERS : ORDERS;
    try (Program night =
        lab.startJava(
            "night", Core.SERVER, "-Xmx400m", MadeUpNight.class, String.valueOf(orders))) {
      return night.hear("seconds ", Duration.ofMinutes(6));
    }
  }

  private static Interval interval(List<Double> values) {
    return Interval.of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
