package org.vitrine.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.Tier;
import org.vitrine.loyalty.EarlySign.SignKind;
import org.vitrine.loyalty.SignFacts.Season;
import org.vitrine.loyalty.StatedNeed.YearlyNeed;

/** Each figure against a small history made by hand. */
class LoyaltyTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
  private static final Instant NOW = DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
  private static final LoyaltyDay TODAY = new LoyaltyDay(DAY, NOW);

  private static Company company(long id, Tier tier) {
    return new Company(new CompanyId(id), "c" + id, "C " + id, CompanyKind.CUSTOMER, tier);
  }

  /** Ordered so many days ago. */
  private static OrderHistory history(long id, Integer... daysAgo) {
    return new OrderHistory(
        company(id, Tier.GOLD), DAY, Stream.of(daysAgo).map(DAY::minusDays).toList());
  }

  @Test
  void a_rhythm_is_the_median_gap_and_says_from_when_one_is_behind_and_later_than_ever() {
    OrderRhythm rhythm = history(1, 153, 133, 109, 61).rhythm();

    assertThat(rhythm.usual()).contains(24);
    assertThat(rhythm.longest()).contains(48);
    assertThat(rhythm.silentDays(DAY)).isEqualTo(61);
    assertThat(rhythm.behindFrom()).contains(DAY.minusDays(61 - 37));
    assertThat(rhythm.laterThanEverFrom()).contains(DAY.minusDays(61 - 49));
    assertThat(rhythm.isBehind(DAY.minusDays(25))).isFalse();
    assertThat(rhythm.isBehind(DAY.minusDays(24))).isTrue();
    assertThat(rhythm.isLaterThanEver(DAY.minusDays(13))).isFalse();
    assertThat(rhythm.isLaterThanEver(DAY.minusDays(12))).isTrue();
  }

  @Test
  void no_rhythm_is_known_before_three_gaps_and_a_fortnight_says_nothing() {
    assertThat(history(1, 90, 60, 30).rhythm().isBehind(DAY)).isFalse();
    assertThat(history(1, 90, 60, 30).rhythm().usual()).isEmpty();
    OrderRhythm daily = history(1, 17, 16, 15, 14).rhythm();
    assertThat(daily.isBehind(DAY)).isFalse();
    assertThat(daily.isBehind(DAY.plusDays(1))).isTrue();
    assertThat(daily.isLaterThanEver(DAY.plusDays(1))).isTrue();
  }

  @Test
  void whoever_orders_in_ever_the_same_gap_is_behind_only_once_they_are_later_than_ever() {
    OrderRhythm steady = history(1, 131, 101, 71, 41).rhythm();

    assertThat(steady.behindFrom())
        .isEqualTo(steady.laterThanEverFrom())
        .contains(DAY.minusDays(10));
  }

  @Test
  void tenure_counts_those_who_left_until_their_last_order() {
    OrderHistory there = history(1, 730, 400, 100, 10);
    OrderHistory left = history(2, 2_000, 1_980, 1_269);
    assertThat(left.rhythm().isGone(DAY)).as("twice 711 days are not over").isFalse();
    OrderHistory gone = history(2, 2_000, 1_980, 1_635);

    Tenure tenure = Tenure.of(List.of(there, gone), DAY);

    assertThat(tenure.n()).isEqualTo(2);
    assertThat(tenure.left()).isEqualTo(1);
    assertThat(Tenure.months(there, DAY)).isCloseTo(24.0, within(0.05));
    assertThat(Tenure.months(gone, DAY)).isCloseTo(12.0, within(0.05));
    assertThat(tenure.average().orElseThrow().value()).isEqualTo(18.0);
    assertThat(tenure.median().orElseThrow().value()).isEqualTo(18.0);
    assertThat(tenure.median().orElseThrow().low()).as("two tell nothing").isEmpty();
  }

  @Test
  void a_mean_lies_where_students_t_says_and_what_is_known_whole_is_not_uncertain() {
    List<Double> five = List.of(10.0, 12.0, 14.0, 16.0, 18.0);

    LoyaltyFigure sample = mean(five, OptionalInt.empty());

    assertThat(sample.value()).isEqualTo(14.0);
    // 2.776 × 3.162 ÷ √5
    assertThat(sample.low()).contains(10.1);
    assertThat(sample.high()).contains(17.9);
    assertThat(mean(five, OptionalInt.of(5)).low()).contains(14.0);
    assertThat(mean(five, OptionalInt.of(10)).low()).as("half of all").contains(11.2);
    assertThat(mean(List.of(3.0), OptionalInt.empty()).low()).isEmpty();
  }

  private static LoyaltyFigure mean(List<Double> values, OptionalInt among) {
    return LoyaltyFigure.mean(values, among, 0, 100);
  }

  @Test
  void below_thirty_companies_silence_is_counted_and_no_probability_given() {
    OrderHistory fine = history(1, 100, 70, 40, 10);
    OrderHistory silent = history(2, 200, 180, 160, 140);
    OrderHistory once = history(3, 20);
    OrderHistory longGone = history(4, 2_000, 1_990, 1_980, 1_970);
    Map<CompanyId, StatedNeed> needs =
        Map.of(new CompanyId(2), need(2, 50, 1_000), new CompanyId(1), need(1, 25, 400));

    Churn churn = Churn.of(List.of(fine, silent, once, longGone), DAY, Optional.empty(), needs);

    assertThat(churn.n()).as("whoever was lost a year ago is not lost again").isEqualTo(3);
    assertThat(churn.lost()).isEmpty();
    assertThat(churn.silent()).isEqualTo(1);
    assertThat(churn.rhythmic()).isEqualTo(2);
    assertThat(churn.stated().get("CNY")).isEqualTo(new Churn.AtStake(500, 600));
    // Three orders in 60 days are 18.3 a year; three in 90 are 12.2.
    assertThat(churn.orders()).isEqualTo(new Churn.AtStake(18.3, 30.4));
  }

  private static StatedNeed need(long company, int share, long amount) {
    return new StatedNeed(
        new CompanyId(company),
        share,
        Optional.of(new YearlyNeed(amount, "CNY")),
        "said",
        DAY.minusDays(3),
        "Wu",
        NOW);
  }

  @Test
  void with_a_model_losses_are_expected_and_lie_within_what_is_possible() {
    BgNbd model = new BgNbd(0.243, 4.414, 0.793, 2.426);
    OrderHistory silent = history(1, 272, 59);
    OrderHistory fine = history(2, 30, 20, 10, 1);

    Churn churn = Churn.of(List.of(silent, fine), DAY, Optional.of(model), Map.of());

    LoyaltyFigure lost = churn.lost().orElseThrow();
    double wanted = 2 - model.alive(silent.repeats(DAY)) - model.alive(fine.repeats(DAY));
    assertThat(lost.value()).isCloseTo(wanted, within(0.05));
    assertThat(lost.n()).isEqualTo(2);
    assertThat(lost.low().orElseThrow()).isGreaterThanOrEqualTo(0);
    assertThat(lost.high().orElseThrow()).isLessThanOrEqualTo(2);
  }

  @Test
  void the_share_of_need_is_of_those_who_said_it_for_two_years() {
    StatedNeed old =
        new StatedNeed(
            new CompanyId(1), 90, Optional.empty(), "said", DAY.minusYears(2), "Wu", NOW);
    List<OrderHistory> customers = List.of(history(1, 5), history(2, 5), history(3, 5));

    Map<CompanyId, StatedNeed> held = NeedShare.heldOn(DAY, List.of(old, need(2, 40, 9)));
    NeedShare share = NeedShare.of(customers, held);

    assertThat(share.of()).isEqualTo(3);
    assertThat(share.share().orElseThrow().n()).isEqualTo(1);
    assertThat(share.share().orElseThrow().value()).isEqualTo(40);
    assertThat(
            NeedShare.of(customers, NeedShare.heldOn(DAY.minusDays(4), List.of(need(2, 40, 9))))
                .share())
        .as("not said yet")
        .isEmpty();
  }

  @Test
  void signs_come_before_somebody_is_gone_and_say_why() {
    OrderRhythm behind = history(1, 120, 100, 80, 20, 31).rhythm();
    SignFacts calm =
        new SignFacts(0, 1, Optional.empty(), new Season(4, 1, 1), new Season(8, 2, 2));

    assertThat(EarlySign.of(Optional.of(behind), calm, TODAY)).isEmpty();
    assertThat(kinds(history(1, 120, 100, 80, 31), calm)).containsExactly(SignKind.BEHIND);
    assertThat(kinds(history(1, 140, 120, 100, 80), calm))
        .containsExactly(SignKind.LATER_THAN_EVER);
    assertThat(kinds(history(1, 5_000, 4_990, 4_980, 4_970), calm)).as("gone").isEmpty();
    SignFacts loud =
        new SignFacts(
            2,
            1,
            Optional.of(NOW.minusSeconds(31 * 86_400)),
            new Season(2, 4, 3),
            new Season(8, 4, 2));
    assertThat(kinds(history(1, 5), loud))
        .containsExactly(SignKind.SILENCE, SignKind.VOICES, SignKind.SLIPS);
    EarlySign voices = EarlySign.of(Optional.empty(), loud, TODAY).get(1);
    assertThat(voices.now()).contains(2.0);
    assertThat(voices.before()).contains(0.5);
  }

  private static List<SignKind> kinds(OrderHistory history, SignFacts facts) {
    return EarlySign.of(Optional.of(history.rhythm()), facts, TODAY).stream()
        .map(EarlySign::kind)
        .toList();
  }

  @Test
  void one_message_or_one_slip_more_is_chance_and_one_light_sign_alone_calls_nobody() {
    SignFacts one = new SignFacts(0, 0, Optional.empty(), new Season(1, 1, 1), new Season(6, 0, 0));
    assertThat(EarlySign.of(Optional.empty(), one, TODAY)).isEmpty();
    SignFacts two = new SignFacts(0, 0, Optional.empty(), new Season(1, 2, 0), new Season(6, 0, 0));
    List<EarlySign> light = EarlySign.of(Optional.empty(), two, TODAY);
    assertThat(light).hasSize(1);
    assertThat(EarlySign.fallsBehind(light)).isFalse();
    SignFacts both =
        new SignFacts(0, 0, Optional.empty(), new Season(1, 2, 2), new Season(6, 0, 0));
    assertThat(EarlySign.fallsBehind(EarlySign.of(Optional.empty(), both, TODAY))).isTrue();
  }

  @Test
  void what_chance_makes_of_few_orders_and_what_cannot_be_compared_is_no_sign() {
    Season halfAsMany = new Season(6, 0, 0);
    assertThat(signs(new Season(3, 2, 0), halfAsMany)).as("two of two in a third").isEmpty();
    assertThat(signs(new Season(3, 3, 0), halfAsMany)).containsExactly(SignKind.VOICES);
    assertThat(signs(new Season(3, 4, 0), new Season(6, 5, 0))).as("less than doubled").isEmpty();
    assertThat(signs(new Season(3, 9, 9), Season.NONE)).as("a new customer").isEmpty();
  }

  private static List<SignKind> signs(Season now, Season before) {
    SignFacts facts = new SignFacts(0, 0, Optional.empty(), now, before);
    return EarlySign.of(Optional.empty(), facts, TODAY).stream().map(EarlySign::kind).toList();
  }

  @Test
  void those_who_fall_behind_stand_in_the_order_of_their_tier_and_of_how_grave_it_is() {
    OrderHistory platinum =
        new OrderHistory(company(9, Tier.PLATINUM), DAY, history(9, 120, 100, 80, 31).days());
    List<FallingBehind> rows =
        FallingBehind.among(
                List.of(history(1, 140, 120, 100, 80), platinum, history(2, 5)), Map.of(), TODAY, 9)
            .rows();

    assertThat(rows).extracting(one -> one.company().code()).containsExactly("c9", "c1");
  }

  /** Whatever the order in which histories, days and statements come. */
  @Test
  void the_order_of_history_does_not_matter() {
    Random random = new Random(42);
    for (int round = 0; round < 20; round++) {
      List<OrderHistory> histories = new ArrayList<>();
      IntStream.range(0, 40).forEach(id -> histories.add(history(id, daysAgo(random))));
      List<StatedNeed> needs = List.of(need(1, 10, 5), need(2, 60, 7));
      LoyaltyReport report = report(histories, needs);
      List<OrderHistory> mixed = new ArrayList<>();
      for (OrderHistory one : histories) {
        List<LocalDate> days = new ArrayList<>(one.days());
        Collections.shuffle(days, random);
        days.add(days.getFirst());
        mixed.add(new OrderHistory(one.company(), DAY, days));
      }
      Collections.shuffle(mixed, random);

      assertThat(report(mixed, needs.reversed())).isEqualTo(report);
    }
  }

  private static LoyaltyReport report(List<OrderHistory> histories, List<StatedNeed> needs) {
    return LoyaltyReport.of(LoyaltyBook.of(TODAY, histories, needs, Map.of()), any -> true, 100);
  }

  private static Integer[] daysAgo(Random random) {
    return IntStream.range(0, 1 + random.nextInt(9))
        .mapToObj(any -> 1 + random.nextInt(700))
        .toArray(Integer[]::new);
  }

  /** A month that is over is told as it was known then. */
  @Test
  void what_comes_later_changes_no_month_before() {
    List<OrderHistory> before = List.of(history(1, 200, 150, 100, 60), history(2, 300));
    List<OrderHistory> after = List.of(history(1, 200, 150, 100, 60, 3), history(2, 300, 1));

    List<LoyaltyMonth> then = report(before, List.of()).months();
    List<LoyaltyMonth> now = report(after, List.of()).months();

    assertThat(now.subList(0, 11)).isEqualTo(then.subList(0, 11));
    assertThat(now.getLast()).isNotEqualTo(then.getLast());
  }
}
