package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.vitrine.voices.VoiceStory.CUSTOMER;
import static org.vitrine.voices.VoiceStory.STAFF;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/** How well commitments are kept, from what their voices came to. */
class FiguresIT {
  private static final String URL = TestDatabase.freshUrl();
  private static final ZoneId FOSHAN = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2026-12-10T00:00:00Z");
  private static final YearMonth DECEMBER = YearMonth.parse("2026-12");

  private static Vertx vertx;
  private static Database database;
  private static CompanyId northwind;
  private static long numbers;

  @BeforeAll
  static void open() {
    TestDatabase.execute(
        URL,
        """
        INSERT INTO company (code, name, kind, tier, created_at)
        VALUES ('northwind', 'Northwind', 'customer', 'gold', now())\
        """);
    northwind =
        new CompanyId(Long.parseLong(TestDatabase.find(URL, "SELECT id FROM company").getFirst()));
    vertx = Vertx.vertx();
    database = new Database(vertx, URL, 4);
    database.answersWithin(Duration.ofSeconds(30));
    database.warmUp();
  }

  @AfterAll
  static void close() {
    database.close();
    vertx.close().await();
  }

  private static Figures figures() {
    return new Figures(database, FOSHAN, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static VoiceStory story(String said) {
    return new VoiceStory(WorkingTime.AROUND_THE_CLOCK).said(Instant.parse(said));
  }

  /** After each event, as whoever writes them does it. */
  private static void keep(VoiceStory story) {
    VoiceNumber number = new VoiceNumber(++numbers);
    for (int first = 1; first <= story.events().size(); first++) {
      Commitments then = story.commitments(first);
      database.inTransactionOnBehalfOf(
          northwind.value(),
          queries -> {
            figures().keep(queries, northwind, number, then);
            return then;
          });
    }
  }

  @Test
  void many_voices_are_written_at_once_each_with_its_own() {
    Instant said = Instant.parse("2026-02-03T02:00:00Z");
    Commitments seen = story("2026-02-03T02:00:00Z").seen(said.plusSeconds(60)).commitments();
    Commitments late = story("2026-02-03T02:00:00Z").seen(said.plusSeconds(9_000)).commitments();
    Commitments open = story("2026-02-03T02:00:00Z").commitments();
    List<Figures.DecidedVoice> voices =
        List.of(
            new Figures.DecidedVoice(northwind, new VoiceNumber(++numbers), seen),
            new Figures.DecidedVoice(northwind, new VoiceNumber(++numbers), late),
            new Figures.DecidedVoice(northwind, new VoiceNumber(++numbers), open));
    figures().keep(database, voices);
    figures().keep(database, voices);

    assertThat(figures().search(by("", "2026-02", "2026-02")))
        .extracting(one -> one.of().commitment(), Figure::kept, Figure::missed)
        .containsExactly(tuple(Commitment.SEEN, 1L, 1L));
  }

  private static FigureSearch by(String dimensions, String from, String to) {
    return FigureSearch.of(Optional.of(from), Optional.of(to), Optional.of(dimensions), DECEMBER);
  }

  @Test
  void what_is_settled_is_counted_once_in_the_month_in_which_it_was_decided() {
    for (int minutes = 1; minutes <= 11; minutes++) {
      Instant said = Instant.parse("2026-05-03T02:00:00Z");
      keep(
          new VoiceStory(WorkingTime.AROUND_THE_CLOCK)
              .said(said)
              .answered(said.plusSeconds(minutes * 600L)));
    }
    // Missed in May, by the plant's clock, and done in June.
    Instant late = Instant.parse("2026-05-31T07:59:00Z");
    keep(
        new VoiceStory(WorkingTime.AROUND_THE_CLOCK)
            .said(late)
            .seen(late)
            .answered(late.plus(Duration.ofHours(9))));

    assertThat(figures().search(by("month", "2026-05", "2026-06")))
        .filteredOn(one -> one.of().commitment() == Commitment.FIRST_ANSWER)
        .extracting(one -> one.of().month().orElseThrow(), Figure::kept, Figure::missed)
        .containsExactly(tuple(YearMonth.parse("2026-05"), 11L, 1L));
    Figure all =
        figures().search(by("", "2026-05", "2026-05")).stream()
            .filter(one -> one.of().commitment() == Commitment.FIRST_ANSWER)
            .findFirst()
            .orElseThrow();
    assertThat(all.of().department()).isEmpty();
    // Of 10, 20, … 110 min and 9 h: between the sixth and the seventh, and as type 8 has it.
    assertThat(all.median()).isEqualTo(OptionalLong.of(65 * 60));
    assertThat(all.ninetieth().orElseThrow()).isBetween(110 * 60L, 9 * 3600L);
  }

  @Test
  void they_are_told_apart_by_what_one_asks_for() {
    Instant said = Instant.parse("2026-03-03T02:00:00Z");
    keep(
        new VoiceStory(WorkingTime.AROUND_THE_CLOCK)
            .said(said, VoiceKind.WISH, Tier.PLATINUM)
            .closed(said.plusSeconds(60), STAFF));
    keep(
        new VoiceStory(WorkingTime.AROUND_THE_CLOCK)
            .said(said, VoiceKind.QUESTION, Tier.PLATINUM)
            .closed(said.plusSeconds(60), CUSTOMER));

    assertThat(figures().search(by("kind,tier", "2026-03", "2026-03")))
        .extracting(
            one -> one.of().kind().orElseThrow(),
            one -> one.of().tier().orElseThrow(),
            one -> one.of().commitment(),
            Figure::kept)
        .containsExactly(
            tuple(VoiceKind.WISH, Tier.PLATINUM, Commitment.SEEN, 1L),
            tuple(VoiceKind.WISH, Tier.PLATINUM, Commitment.FIRST_ANSWER, 1L),
            tuple(VoiceKind.WISH, Tier.PLATINUM, Commitment.SOLVED, 1L),
            tuple(VoiceKind.QUESTION, Tier.PLATINUM, Commitment.SOLVED, 1L));
  }

  @Test
  void what_is_overdue_and_open_is_missed_already() {
    Figures figures = figures();
    Commitments open = story("2026-12-09T00:00:00Z").commitments();
    figures.alsoCounting(
        (queries, now) ->
            open.overdueAt(now).stream()
                .map(one -> new OverdueOutcomes.OverdueOutcome(new CompanyId(1), one))
                .toList());

    assertThat(figures.search(by("department", "2026-12", "2026-12")))
        .extracting(
            one -> one.of().department().orElseThrow(),
            one -> one.of().commitment(),
            Figure::missed,
            Figure::median)
        .containsExactly(
            tuple("quality", Commitment.SEEN, 1L, OptionalLong.empty()),
            tuple("quality", Commitment.FIRST_ANSWER, 1L, OptionalLong.empty()));
    assertThat(figures.search(by("department", "2026-11", "2026-11"))).isEmpty();
  }

  @Test
  void as_a_table_they_are_opened_and_not_run() {
    Figure figure =
        Figure.of(
            new FigureKey(
                Commitment.NEXT_ANSWER,
                Optional.of(DECEMBER),
                Optional.of("-1+1"),
                Optional.of(VoiceKind.WISH),
                Optional.empty()),
            new Figure.Tally(2, 1, new long[] {60, 120, 180}));

    assertThat(FigureCsv.of(List.of(figure)).lines().skip(1))
        .containsExactly(
            "\"2026-12\",\"'-1+1\",\"wish\",\"\",\"nextAnswer\",\"2\",\"1\",\"120\",\"180\"");
  }

  @ParameterizedTest
  @CsvSource({
    "yesterday, 2026-12, month, from",
    "2026-12, 2026-11, month, to",
    "2020-01, 2026-11, month, from",
    "1999-12, 2026-11, month, from",
    "2026-12, 2026-12, weather, by",
  })
  void what_is_wrong_is_named(String from, String to, String by, String field) {
    assertThatThrownBy(() -> by(by, from, to))
        .isInstanceOfSatisfying(
            Rejection.Invalid.class, wrong -> assertThat(wrong.field()).isEqualTo(field));
  }

  @Test
  void a_year_until_now_is_told_where_nothing_is_said() {
    FigureSearch usual =
        FigureSearch.of(Optional.empty(), Optional.empty(), Optional.empty(), DECEMBER);

    assertThat(usual.from()).isEqualTo(YearMonth.parse("2026-01"));
    assertThat(usual.to()).isEqualTo(DECEMBER);
    assertThat(usual.by()).hasSize(4);
  }
}
