package org.vitrine.delays;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.calendars.WorkingDays;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.delays.SilentConsent.SilenceGround;
import org.vitrine.delays.SilentConsent.SilenceRefusal;
import org.vitrine.orders.OfferedKind;
import org.vitrine.orders.SilenceMeans;

/** The table of cases, row by row. */
class ConsentCasesTest {
  private static final LocalDate PROMISED = LocalDate.of(2026, 11, 6);
  private static final LocalDate ANSWER_BY = LocalDate.of(2026, 11, 4);
  private static final Instant FIRST = Instant.parse("2026-10-01T08:00:00Z");
  private static final WorkingDays DAYS =
      new WorkingDays(WorkingTime.AROUND_THE_CLOCK, ZoneOffset.UTC);

  /** A row of the table. */
  record ConsentCase(String row, List<String> cells) {
    @Override
    public String toString() {
      return row;
    }

    private SilenceGround ground() {
      return new SilenceGround(
          SilenceMeans.of(cells.get(0)),
          OfferedKind.of(cells.get(1)),
          OfferedKind.of(cells.get(1)) == OfferedKind.OPEN
              ? Optional.empty()
              : Optional.of(PROMISED.plusDays(number(2).orElse(1))),
          number(2).map(any -> PROMISED),
          LineConsents.of(before()));
    }

    private Optional<Integer> number(int cell) {
      return Optional.of(cells.get(cell)).filter(text -> !text.equals("-")).map(Integer::valueOf);
    }

    private List<PastOffer> before() {
      List<PastOffer> offers = new ArrayList<>();
      for (String state : cells.get(3).equals("-") ? List.<String>of() : states()) {
        Instant at = FIRST.plus(offers.size(), ChronoUnit.DAYS);
        offers.add(new PastOffer(at, OfferState.of(state), at.plus(1, ChronoUnit.HOURS)));
      }
      return offers;
    }

    private List<String> states() {
      return List.of(cells.get(3).split(", "));
    }

    private Optional<LocalDate> told() {
      return number(4).map(ANSWER_BY::minusDays);
    }
  }

  static Stream<ConsentCase> cases() throws IOException {
    try (InputStream table = ConsentCasesTest.class.getResourceAsStream("consent-cases.txt")) {
      String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(row -> !row.startsWith("#"))
          .map(
              row -> new ConsentCase(row, Stream.of(row.split("\\|")).map(String::strip).toList()));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void silence_means_what_the_table_says(ConsentCase row) {
    String refused =
        SilentConsent.refusal(row.ground())
            .map(SilenceRefusal::name)
            .map(name -> name.toLowerCase().replace('_', '-'))
            .orElse("may");
    assertThat(refused).isEqualTo(row.cells().get(5));
    assertThat(
            SilentConsent.isGiven(SilenceMeans.CONSENT, row.ground(), row.told(), ANSWER_BY, DAYS))
        .isEqualTo(row.cells().get(6).equals("yes"));
    assertThat(SilentConsent.isGiven(SilenceMeans.NONE, row.ground(), row.told(), ANSWER_BY, DAYS))
        .as("what was not said in plain sight")
        .isFalse();
  }

  @Test
  void every_reason_to_refuse_has_its_row() throws IOException {
    List<String> reasons = cases().map(row -> row.cells().get(5)).distinct().toList();
    for (SilenceRefusal one : SilenceRefusal.values()) {
      assertThat(reasons).contains(one.name().toLowerCase().replace('_', '-'));
    }
  }
}
