package org.vitrine.delays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vitrine.delays.RiskRule.LineOutlook;
import org.vitrine.delays.RiskRule.RiskStep;
import org.vitrine.delays.RiskRule.StandingRisk;

/** Nothing comes late without somebody having been asked, where the forecast knew. */
class RiskRuleProperties {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
  private static final int BELOW = 70;

  /**
   * A look at a line on the next day.
   *
   * @param recovers for how many days somebody says, after it, that it is being recovered
   */
  record LookedAt(Optional<Double> chance, boolean offerWaits, Optional<Integer> recovers) {}

  @Provide
  Arbitrary<List<LookedAt>> looks() {
    return Combinators.combine(
            Arbitraries.doubles().between(0, 1).optional(0.9),
            Arbitraries.of(false, false, false, true),
            Arbitraries.integers().between(1, 5).optional(0.3))
        .as(LookedAt::new)
        .list()
        .ofMaxSize(30);
  }

  @Property
  void whenever_the_forecast_knows_it_is_asked_or_being_dealt_with(
      @ForAll("looks") List<LookedAt> looks) {
    Optional<StandingRisk> standing = Optional.empty();
    LocalDate today = FIRST;
    for (LookedAt look : looks) {
      LineOutlook line = new LineOutlook(true, look.chance(), BELOW, look.offerWaits(), today);
      standing = after(standing, RiskRule.next(standing, line));
      boolean knows = look.chance().filter(chance -> chance < BELOW / 100.0).isPresent();
      if (knows && !look.offerWaits()) {
        assertThat(standing).isPresent();
        LocalDate now = today;
        assertThat(standing.get().lookAgainOn().filter(day -> !day.isAfter(now))).isEmpty();
      }
      LocalDate again = today;
      if (standing.isPresent() && look.recovers().isPresent()) {
        standing = look.recovers().map(days -> new StandingRisk(Optional.of(again.plusDays(days))));
      }
      today = today.plusDays(1);
    }
  }

  private static Optional<StandingRisk> after(Optional<StandingRisk> standing, RiskStep step) {
    return switch (step) {
      case ASK, ASK_AGAIN -> Optional.of(new StandingRisk(Optional.empty()));
      case CLOSE_DONE, CLOSE_SAFE -> Optional.empty();
      case NOTHING -> standing;
    };
  }

  @Example
  void a_little_better_is_not_safe() {
    Optional<StandingRisk> asked = Optional.of(new StandingRisk(Optional.empty()));
    assertThat(RiskRule.next(asked, line(0.75))).isEqualTo(RiskStep.NOTHING);
    assertThat(RiskRule.next(asked, line(0.80))).isEqualTo(RiskStep.CLOSE_SAFE);
    assertThat(RiskRule.next(Optional.empty(), line(0.70))).isEqualTo(RiskStep.NOTHING);
    assertThat(RiskRule.next(Optional.empty(), line(0.69))).isEqualTo(RiskStep.ASK);
  }

  @Example
  void what_is_done_is_asked_about_no_more() {
    LineOutlook done = new LineOutlook(false, Optional.empty(), BELOW, false, FIRST);
    assertThat(RiskRule.next(Optional.of(new StandingRisk(Optional.empty())), done))
        .isEqualTo(RiskStep.CLOSE_DONE);
    assertThat(RiskRule.next(Optional.empty(), done)).isEqualTo(RiskStep.NOTHING);
  }

  private static LineOutlook line(double chance) {
    return new LineOutlook(true, Optional.of(chance), BELOW, false, FIRST);
  }
}
