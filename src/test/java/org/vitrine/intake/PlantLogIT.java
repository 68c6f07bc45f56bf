package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.fixtures.PlantLogFile;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.intake.Intake.Mode;
import org.vitrine.intake.PlantLog.Repeats;
import org.vitrine.orders.Amount;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.StartFailed;
import org.vitrine.production.Routing;
import org.vitrine.tracking.Audience;
import org.vitrine.tracking.GlassField;
import org.vitrine.tracking.OrderView;
import org.vitrine.tracking.Tracking;

/** The real log of a machining plant. */
class PlantLogIT {
  private static final List<Audience> AUDIENCES =
      List.of(Audience.STAFF, Audience.CUSTOMER, new Audience.Glass(Set.of(GlassField.values())));

  private static final ZoneId ZONE = ZoneId.of("+02:00");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T14:22:00Z"), ZoneOffset.UTC);

  @TempDir Path directory;

  private Path file;

  @BeforeEach
  void theLogIsThere() {
    file = PlantLogFile.orSkip();
  }

  @Test
  void each_of_its_3511_rows_is_accounted_for() {
    try (TestVitrine vitrine = TestVitrine.startAt(CLOCK)) {
      PlantLogSummary summary =
          take(
              vitrine,
              PlantLog.of(
                  SourceFile.at(file).unmapped(ImportKind.PLANT_LOG), ZONE, Repeats.ONE_REPORT),
              Mode.FOR_REAL);

      assertThat(summary.taken()).isEqualTo(3_490);
      assertThat(summary.known()).isEqualTo(21);
      assertThat(summary.refused()).isEmpty();
      assertThat(summary.left()).isZero();
      assertThat(summary.orders()).containsOnly(Map.entry(SaveOutcome.CREATED, 150));
      assertThat(summary.stages()).allMatch(StageTally::mapped);
      assertThat(StageTally.total(summary.stages()))
          .isEqualTo(
              new StageTally(
                  "All",
                  true,
                  3_490,
                  Amount.of(69_427),
                  Amount.of(420),
                  Amount.of(482),
                  Amount.of(105)));
    }
  }

  @Test
  void rows_that_say_the_same_are_taken_each_and_known_each() {
    try (TestVitrine vitrine = TestVitrine.startAt(CLOCK)) {
      take(
          vitrine,
          PlantLog.of(SourceFile.at(file).unmapped(ImportKind.PLANT_LOG), ZONE, Repeats.ONE_REPORT),
          Mode.FOR_REAL);
      PlantLogSummary each = take(vitrine, file, Mode.FOR_REAL);

      assertThat(each.known()).isEqualTo(3_490);
      assertThat(each.taken()).isEqualTo(21);
      assertThat(take(vitrine, file, Mode.FOR_REAL).nothingNew()).isTrue();
    }
  }

  @Test
  void a_second_import_changes_nothing() {
    try (TestVitrine vitrine = TestVitrine.startAt(CLOCK)) {
      take(vitrine, file, Mode.FOR_REAL);
      Map<String, String> before = pages(vitrine);
      PlantLogSummary second = take(vitrine, file, Mode.FOR_REAL);

      assertThat(second.nothingNew()).isTrue();
      assertThat(second.known()).isEqualTo(3_511);
      assertThat(second.orders()).containsOnly(Map.entry(SaveOutcome.UNCHANGED, 150));
      assertThat(pages(vitrine)).isEqualTo(before);
    }
  }

  @Test
  void its_rows_shuffled_give_the_same_pages() throws IOException {
    long seed = System.nanoTime();
    System.out.println("Shuffled by seed " + seed);
    try (TestVitrine vitrine = TestVitrine.startAt(CLOCK);
        TestVitrine other = TestVitrine.startAt(CLOCK)) {
      take(vitrine, file, Mode.FOR_REAL);
      take(other, shuffled(new Random(seed)), Mode.FOR_REAL);

      assertThat(pages(other)).hasSize(150 * AUDIENCES.size()).isEqualTo(pages(vitrine));
    }
  }

  @Test
  void a_dry_run_says_the_same_and_writes_nothing() {
    try (TestVitrine vitrine = TestVitrine.startAt(CLOCK)) {
      PlantLogSummary dry = take(vitrine, file, Mode.DRY_RUN);

      assertThat(pages(vitrine)).isEmpty();
      assertThat(vitrine.vitrine().rooms().companies().all()).isEmpty();
      assertThat(vitrine.vitrine().rooms().routings().all()).isEmpty();
      PlantLogSummary real = take(vitrine, file, Mode.FOR_REAL);
      assertThat(dry.orders()).isEqualTo(real.orders());
      assertThat(dry.taken()).isEqualTo(real.taken());
      assertThat(dry.known()).isEqualTo(real.known());
      Map<String, String> pages = pages(vitrine);
      assertThat(take(vitrine, file, Mode.DRY_RUN).nothingNew()).isTrue();
      assertThat(pages(vitrine)).isEqualTo(pages);
    }
  }

  @Test
  void another_zone_than_before_is_refused_and_told() {
    try (TestVitrine vitrine = TestVitrine.startAt(CLOCK)) {
      take(vitrine, file, Mode.FOR_REAL);
      Map<String, String> before = pages(vitrine);
      PlantLogSummary second =
          take(vitrine, PlantLog.read(file, ZoneId.of("+03:00")), Mode.FOR_REAL);

      assertThat(second.taken()).isZero();
      assertThat(second.refused()).hasSize(3_511);
      assertThat(second.refused().getFirst().reason()).contains("--zone");
      assertThat(pages(vitrine)).isEqualTo(before);
    }
  }

  @Test
  void a_company_that_is_not_there_is_not_made_up() {
    try (TestVitrine vitrine = TestVitrine.startAt(CLOCK)) {
      assertThatThrownBy(
              () ->
                  take(
                      vitrine,
                      PlantLog.read(file, ZONE),
                      new LogOwner("acme", Optional.empty()),
                      Mode.FOR_REAL))
          .isInstanceOf(StartFailed.class)
          .hasMessageContaining("“acme”");
      assertThat(pages(vitrine)).isEmpty();
    }
  }

  @Test
  void a_mapping_that_was_changed_stays_as_it_was_changed() {
    try (TestVitrine vitrine = TestVitrine.startAt(CLOCK)) {
      Routing changed = new Routing("plant-log", "Mine", Mapping.shipped().stages().subList(0, 2));
      vitrine.vitrine().rooms().routings().save(changed, "somebody");
      PlantLogSummary summary = take(vitrine, file, Mode.FOR_REAL);

      assertThat(vitrine.vitrine().rooms().routings().find("plant-log")).contains(changed);
      assertThat(summary.taken()).isEqualTo(3_511);
      assertThat(summary.stages())
          .filteredOn(tally -> !tally.mapped())
          .extracting(StageTally::name)
          .contains("Packing", "Lapping");
    }
  }

  private Path shuffled(Random random) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    String header = lines.removeFirst();
    Collections.shuffle(lines, random);
    lines.addFirst(header);
    return Files.write(directory.resolve("shuffled.csv"), lines);
  }

  private static PlantLogSummary take(TestVitrine vitrine, Path file, Mode mode) {
    return take(vitrine, PlantLog.read(file, ZONE), mode);
  }

  private static PlantLogSummary take(TestVitrine vitrine, PlantLog log, Mode mode) {
    return take(vitrine, log, LogOwner.NOBODY_SAID, mode);
  }

  private static PlantLogSummary take(
      TestVitrine vitrine, PlantLog log, LogOwner owner, Mode mode) {
    return vitrine
        .vitrine()
        .rooms()
        .intake()
        .take(
            log,
            Optional.empty(),
            owner,
            ReplaySpeed.allAtOnce(),
            mode,
            Optional.empty(),
            done -> {});
  }

  /** What everybody sees of each order, as it is sent. */
  private static Map<String, String> pages(TestVitrine vitrine) {
    Tracking tracking = vitrine.vitrine().rooms().tracking();
    Map<String, String> pages = new TreeMap<>();
    for (OrderView view : vitrine.viewsReadAnew(tracking.newest(Optional.empty(), 1_000))) {
      for (Audience audience : AUDIENCES) {
        pages.put(view.number() + " " + audience, view.version() + " " + view.page(audience));
      }
    }
    return pages;
  }
}
