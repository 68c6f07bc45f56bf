package org.vitrine.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.demo.Happening.PromiseMoved;
import org.vitrine.demo.Happening.ReportTold;
import org.vitrine.orders.Line;
import org.vitrine.production.LineState;
import org.vitrine.production.Measurement;
import org.vitrine.production.Progress;
import org.vitrine.production.Report;
import org.vitrine.production.Source;
import org.vitrine.production.StageState;
import org.vitrine.production.Verdict;

class PlantTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate OPENED = LocalDate.of(2026, 10, 12);
  private static final int ORDERS = 160;

  private final Plant plant = new Plant(1, OPENED, ZONE);
  private final List<Story> stories = stories(plant);

  @Test
  void the_same_seed_makes_the_same_plant() {
    assertThat(stories(new Plant(1, OPENED, ZONE))).isEqualTo(stories);
    assertThat(stories(new Plant(2, OPENED, ZONE))).isNotEqualTo(stories);
  }

  @Test
  void everything_happens_while_the_plant_works() {
    assertThat(stories)
        .flatExtracting(Story::happenings)
        .extracting(happening -> LocalDateTime.ofInstant(happening.at(), ZONE))
        .allSatisfy(
            at -> {
              assertThat(at.getDayOfWeek().getValue()).isBetween(1, 6);
              assertThat(at.toLocalTime())
                  .isBetween(LocalTime.of(7, 0), LocalTime.of(23, 0))
                  .isNotIn(LocalTime.of(11, 10), LocalTime.of(19, 10));
            });
  }

  @Test
  void a_story_is_told_in_the_order_in_which_it_happens() {
    assertThat(stories)
        .allSatisfy(
            story -> {
              assertThat(story.happenings())
                  .isSortedAccordingTo(Comparator.comparing(Happening::at));
              assertThat(told(story)).allMatch(said -> !said.began().isAfter(said.at()));
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 77, -5})
  void some_forty_orders_are_in_flight_at_any_time(long seed) {
    List<Story> all = stories(new Plant(seed, OPENED, ZONE));
    Instant settled = all.getFirst().happenings().getFirst().at().plus(Duration.ofDays(35));
    Instant last = all.getLast().happenings().getFirst().at();
    for (Instant at = settled; at.isBefore(last); at = at.plus(Duration.ofHours(5))) {
      assertThat(inFlight(all, at)).as("at %s", at).isBetween(35L, 50L);
    }
  }

  @Test
  void every_line_is_delivered_in_the_end_with_all_that_was_demanded_of_it() {
    for (Story story : stories) {
      for (Line line : story.lines()) {
        Progress progress = progress(story, line, story.ends());
        assertThat(progress.state()).as(story.number().value()).isEqualTo(LineState.COMPLETED);
        assertThat(progress.stages().getLast().good()).isGreaterThanOrEqualTo(line.quantity());
        assertThat(progress.stages())
            .flatExtracting(stage -> stage.measurements())
            .extracting(Measurement::verdict)
            .containsOnly(Verdict.PASSED);
      }
    }
  }

  @Test
  void orders_take_about_as_long_as_was_promised() {
    double late =
        stories.stream()
            .filter(
                story ->
                    Duration.between(story.happenings().getFirst().at(), story.ends()).toDays()
                        > promisedDays(story))
            .count();
    assertThat(late / ORDERS).isBetween(0.02, 0.25);
  }

  @Test
  void a_visitor_meets_every_kind_of_trouble_within_three_weeks() {
    Instant from = OPENED.plusDays(35).atStartOfDay(ZONE).toInstant();
    Instant to = from.plus(Duration.ofDays(21));
    List<ReportDraft> said =
        stories.stream()
            .flatMap(PlantTest::told)
            .filter(told -> told.at().isAfter(from) && told.at().isBefore(to))
            .map(ReportTold::said)
            .toList();
    Set<StageState> seen =
        Stream.iterate(from, at -> at.isBefore(to), at -> at.plus(Duration.ofHours(6)))
            .flatMap(at -> states(at).stream())
            .collect(Collectors.toSet());

    assertThat(seen).containsExactlyInAnyOrderElementsOf(ofThePlant());
    assertThat(said)
        .extracting(one -> one.origin().source())
        .contains(Source.SCAN, Source.MACHINE, Source.MANUAL);
    assertThat(said).anyMatch(one -> one.reason() != null);
    assertThat(said).anyMatch(one -> one.place().stage() == null);
    assertThat(said).anyMatch(one -> one.pieces().rejected() != null);
    assertThat(said).anyMatch(one -> one.pieces().scrapped() != null);
    assertThat(said).anyMatch(one -> Boolean.TRUE.equals(one.pieces().rework()));
    assertThat(happeningBetween(from, to, PromiseMoved.class::isInstance)).isTrue();
    assertThat(stories).anyMatch(story -> story.lines().size() == 2);
  }

  @Test
  void some_pieces_are_ahead_of_others() {
    Story story = stories.get(0);
    Line line = story.lines().getFirst();
    assertThat(story.happenings())
        .anyMatch(
            happening ->
                progress(story, line, happening.at()).stages().stream()
                        .filter(
                            stage ->
                                stage.good().isPositive()
                                    && stage.good().compareTo(line.quantity()) < 0)
                        .count()
                    > 1);
  }

  private Set<StageState> states(Instant at) {
    return stories.stream()
        .filter(
            story -> story.happenings().getFirst().at().isBefore(at) && story.ends().isAfter(at))
        .flatMap(story -> story.lines().stream().map(line -> progress(story, line, at)))
        .flatMap(progress -> progress.stages().stream())
        .map(stage -> stage.state())
        .collect(Collectors.toSet());
  }

  private boolean happeningBetween(Instant from, Instant to, Predicate<Happening> which) {
    return stories.stream()
        .flatMap(story -> story.happenings().stream())
        .filter(happening -> happening.at().isAfter(from) && happening.at().isBefore(to))
        .anyMatch(which);
  }

  private Progress progress(Story story, Line line, Instant until) {
    List<Report> reports = new ArrayList<>();
    told(story)
        .filter(told -> told.said().place().line() == line.number() && !told.at().isAfter(until))
        .forEach(
            told ->
                reports.add(
                    told.said()
                        .report(told.id(), story.number().value(), told.began(), told.at())));
    return Progress.derivedFrom(
        line,
        plant.catalogue().routings().stream()
            .filter(routing -> routing.code().equals(line.routing()))
            .findFirst()
            .orElseThrow(),
        reports);
  }

  /** That a stage is doubted, people say; no report does. */
  private static Set<StageState> ofThePlant() {
    return EnumSet.complementOf(EnumSet.of(StageState.DOUBTED));
  }

  private static int promisedDays(Story story) {
    return story.happenings().stream()
        .filter(PromiseMoved.class::isInstance)
        .mapToInt(moved -> ((PromiseMoved) moved).days())
        .findFirst()
        .orElse(story.promisedDays());
  }

  private static Stream<ReportTold> told(Story story) {
    return story.happenings().stream()
        .filter(ReportTold.class::isInstance)
        .map(ReportTold.class::cast);
  }

  private static List<Story> stories(Plant plant) {
    return IntStream.range(0, ORDERS).mapToObj(plant::story).toList();
  }

  private static long inFlight(List<Story> stories, Instant at) {
    return stories.stream()
        .filter(
            story -> !story.happenings().getFirst().at().isAfter(at) && story.ends().isAfter(at))
        .count();
  }
}
