package org.vitrine.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.vitrine.demo.DeviceScript.ScriptedBench;
import org.vitrine.demo.Happening.ReportTold;
import org.vitrine.demo.ReportDraft.Post;
import org.vitrine.orders.Requirement;
import org.vitrine.production.Report.Origin;
import org.vitrine.production.Report.Reading;
import org.vitrine.production.ReportKind;
import org.vitrine.production.Source;

/**
 * What one bench measures beside what an order's sample demands: a characteristic of piece after
 * piece, and once something with a gauge whose calibration had run out.
 */
record BenchReadings(Catalogue catalogue, ScriptedBench bench) {
  private static final int LINE = 1;
  private static final Duration APART = Duration.ofMinutes(1);

  /** With what the sample has, enough to say how well limits are kept. */
  private static final int PIECES_AFTER_EACH = 5;

  /** The first characteristic between two limits that was measured by then. */
  List<Aside> characteristic(Story story, Instant until) {
    return catalogue.productOf(story.lines().getFirst()).checks().stream()
        .filter(check -> isBetween(check.requirement()))
        .map(check -> pieces(story, check, until))
        .filter(all -> !all.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static boolean isBetween(Requirement requirement) {
    return requirement.minimum() != null && requirement.maximum() != null;
  }

  private List<Aside> pieces(Story story, Check check, Instant until) {
    RandomGenerator random = new SplittableRandom(Plant.order(story.number()));
    List<Aside> all = new ArrayList<>();
    for (ReportTold sampled : readings(story, check.requirement().code())) {
      for (int piece = 1; piece <= PIECES_AFTER_EACH && !sampled.at().isAfter(until); piece++) {
        String serial = after(sampled.said().reading().unit(), piece);
        Instant at = sampled.at().plus(APART.multipliedBy(piece));
        all.add(
            new Aside(
                story,
                "B%03d".formatted(all.size() + 1),
                at,
                post(sampled).read(check.good(serial, random))));
      }
    }
    return all;
  }

  /** Pieces stand in the order of their serial numbers. */
  private static String after(String serial, int pieces) {
    int digits = serial.lastIndexOf('-') + 1;
    int number = Integer.parseInt(serial.substring(digits)) + pieces;
    return serial.substring(0, digits) + "%03d".formatted(number);
  }

  /**
   * The next pieces that are to be measured in a stage that has begun, measured too early: they are
   * measured again in their story.
   */
  List<Aside> overdue(Story story, Instant now) {
    List<ReportTold> next =
        readings(story, bench.requirement()).stream()
            .filter(told -> told.at().isAfter(now))
            .toList();
    if (next.isEmpty() || !hasBegun(story, next.getFirst().said().place().stage(), now)) {
      return List.of();
    }
    List<Aside> early = new ArrayList<>();
    for (ReportTold told : next) {
      early.add(
          new Aside(
              story,
              "O%d".formatted(early.size() + 1),
              now.minus(APART.multipliedBy(next.size() - early.size())),
              post(told).read(byOverdueGauge(told.said().reading()))));
    }
    return early;
  }

  private Reading byOverdueGauge(Reading said) {
    return new Reading(
        said.requirement(),
        said.value(),
        said.passed(),
        said.unit(),
        bench.device(),
        said.raw(),
        null);
  }

  private static boolean hasBegun(Story story, String stage, Instant now) {
    return told(story).stream()
        .anyMatch(told -> !told.at().isAfter(now) && stage.equals(told.said().place().stage()));
  }

  private static List<ReportTold> readings(Story story, String requirement) {
    return told(story).stream()
        .filter(told -> told.said().kind() == ReportKind.READING)
        .filter(told -> told.said().place().line() == LINE)
        .filter(told -> requirement.equals(told.said().reading().requirement()))
        .toList();
  }

  private static List<ReportTold> told(Story story) {
    return story.happenings().stream()
        .filter(ReportTold.class::isInstance)
        .map(ReportTold.class::cast)
        .toList();
  }

  private Post post(ReportTold told) {
    return new Post(
        told.said().place(),
        new Origin(Source.MACHINE, told.said().origin().actor(), bench.station()));
  }
}
