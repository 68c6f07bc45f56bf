package org.vitrine.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vitrine.scorecard.FrozenMonth.Correcting;

/** Whatever is changed of what was frozen is found. */
class MonthChainTest {
  private static final Instant NOW = Instant.parse("2026-11-05T00:00:00.123456789Z");

  private static MonthCard card(YearMonth month, long improvements) {
    return MonthCard.of(
        new ScorecardMonth(month, LocalDate.of(2026, 11, 5), ZoneId.of("Asia/Shanghai")),
        List.of(ScorecardFigure.count("improvements", 1, improvements)),
        Map.of("improvements", Map.of("en", "Finished", "zh-CN", "已完成")));
  }

  /** August, September, October, and a correction of September. */
  private static List<FrozenMonth> four() {
    List<FrozenMonth> rows = new ArrayList<>();
    for (int month = 8; month <= 10; month++) {
      Optional<FrozenMonth> before =
          rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast());
      rows.add(
          FrozenMonth.of(before, Optional.empty(), card(YearMonth.of(2026, month), month), NOW));
    }
    rows.add(
        FrozenMonth.of(
            Optional.of(rows.getLast()),
            Optional.of(new Correcting(rows.get(1), "One was missing")),
            card(YearMonth.of(2026, 9), 99),
            NOW));
    return rows;
  }

  private static Optional<String> misfit(List<FrozenMonth> rows) {
    return MonthChain.check(rows).misfit();
  }

  @Test
  void what_was_frozen_fits_and_is_read_as_it_was_written() {
    List<FrozenMonth> rows = four();

    assertThat(misfit(rows)).isEmpty();
    assertThat(MonthChain.check(List.of()).misfit()).isEmpty();
    assertThat(rows.getLast().card().seal().orElseThrow().corrects()).contains(rows.get(1).hash());
    assertThat(rows.get(1).card().seal().orElseThrow().previous()).isEqualTo(rows.get(0).hash());
    assertThat(rows.getFirst().card().figures())
        .isEqualTo(card(YearMonth.of(2026, 8), 8).figures());
    assertThat(FrozenMonth.hashOf(rows.getFirst().content())).isEqualTo(rows.getFirst().hash());
  }

  @Test
  void one_byte_that_is_changed_is_found_wherever_it_stands() {
    Random random = new Random(5);
    for (int round = 0; round < 500; round++) {
      List<FrozenMonth> rows = four();
      int at = random.nextInt(rows.size());
      FrozenMonth row = rows.get(at);
      int place = random.nextInt(row.content().length());
      char other = row.content().charAt(place) == '7' ? '8' : '7';
      String changed =
          row.content().substring(0, place) + other + row.content().substring(place + 1);
      rows.set(at, with(row, changed, row.hash()));

      assertThat(misfit(rows))
          .hasValueSatisfying(said -> assertThat(said).contains(row.month().toString()));
    }
  }

  private static FrozenMonth with(FrozenMonth row, String content, String hash) {
    return new FrozenMonth(row.sequence(), row.month(), row.corrects(), content, hash);
  }

  /** Whoever reckons the hash of the changed one anew would have to change all that follow. */
  @Test
  void a_row_that_is_changed_with_its_hash_no_longer_fits_the_next() {
    List<FrozenMonth> rows = four();
    String changed = rows.get(0).content().replace("\"value\":8", "\"value\":9");
    rows.set(0, with(rows.get(0), changed, FrozenMonth.hashOf(changed)));

    assertThat(misfit(rows)).contains("2026-09 does not follow what stands before it");
  }

  @Test
  void a_row_that_says_nothing_is_found_though_its_hash_fits() {
    for (String content : List.of("{}", "null", "[]", "", "{\"seal\":{}}")) {
      List<FrozenMonth> rows = four();
      rows.set(3, with(rows.get(3), content, FrozenMonth.hashOf(content)));

      assertThat(misfit(rows))
          .contains("the correction of 2026-09 does not follow what stands before it");
    }
    String unsealed = "{\"month\":\"2026-08\",\"seal\":{}}";
    List<FrozenMonth> first = four();
    first.set(0, with(first.get(0), unsealed, FrozenMonth.hashOf(unsealed)));
    assertThat(misfit(first)).contains("2026-08 does not follow what stands before it");
  }

  @Test
  void a_row_that_is_gone_moved_or_called_otherwise_is_found() {
    List<FrozenMonth> gone = four();
    gone.remove(1);
    assertThat(misfit(gone)).contains("before 2026-10, row 2 is gone");

    List<FrozenMonth> renamed = four();
    FrozenMonth october = renamed.get(2);
    renamed.set(
        2,
        new FrozenMonth(
            3, YearMonth.of(2026, 11), october.corrects(), october.content(), october.hash()));
    assertThat(misfit(renamed)).contains("2026-11 does not follow what stands before it");

    for (int corrected : List.of(-1, 0, 1, 3, 4, 9)) {
      List<FrozenMonth> another = four();
      FrozenMonth correction = another.get(3);
      another.set(
          3,
          new FrozenMonth(
              4,
              correction.month(),
              Optional.of(corrected),
              correction.content(),
              correction.hash()));
      assertThat(misfit(another))
          .contains("the correction of 2026-09 does not follow what stands before it");
    }
  }
}
