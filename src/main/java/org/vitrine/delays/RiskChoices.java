package org.vitrine.delays;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vitrine.delays.DelayRisk.RiskDecision;
import org.vitrine.orders.DelayEntries;
import org.vitrine.orders.DelayEntry;
import org.vitrine.orders.DelayEntry.RiskChosen;
import org.vitrine.orders.DelayRemedy;
import org.vitrine.orders.OrderActs.ActingOne;
import org.vitrine.orders.RealDates;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** What the house decides about lines at risk. */
final class RiskChoices implements RiskClosing {
  private static final int LONGEST_PLAN = 500;
  private static final String RECOVER = "recover";

  private final Database database;
  private final OfferedOrders orders;
  private final DelayEntries entries;
  private final RiskNews news;
  private final Clock clock;
  private final RiskRepository repository = new RiskRepository();

  RiskChoices(
      Database database, OfferedOrders orders, DelayEntries entries, RiskNews news, Clock clock) {
    this.database = database;
    this.orders = orders;
    this.entries = entries;
    this.news = news;
    this.clock = clock;
  }

  /**
   * What is sent to decide.
   *
   * @param choice only that it is recovered: another date is decided on by offering it
   */
  record ChooseRecovery(String choice, String plan, LocalDate lookAgainOn) {}

  /** It is to be kept after all. */
  void recover(OfferId id, ChooseRecovery wanted, ActingOne by) {
    String plan = require(wanted);
    DelayRisk known = repository.find(database, id).orElseThrow(RiskChoices::notHere);
    database.inTransaction(
        transaction -> {
          entries.lock(transaction, known.order().number());
          DelayRisk risk =
              repository
                  .lock(transaction, id)
                  .orElseThrow(() -> new Rejection.Conflict("It was decided in the meantime"));
          RiskDecision decision =
              new RiskDecision(
                  RECOVER, Optional.of(plan), Optional.of(wanted.lookAgainOn()), by.actor(), now());
          if (risk.decided().filter(before -> isTheSame(before, decision)).isPresent()) {
            return null;
          }
          repository.decide(transaction, id, decision);
          say(transaction, risk, decision, by);
          news.tell(transaction, risk, "chosen");
          return null;
        });
  }

  private static boolean isTheSame(RiskDecision before, RiskDecision after) {
    return before.plan().equals(after.plan())
        && before.lookAgainOn().equals(after.lookAgainOn())
        && before.by().equals(after.by());
  }

  private String require(ChooseRecovery wanted) {
    if (!RECOVER.equals(wanted.choice())) {
      throw new Rejection.Invalid(
          "choice", "Choose recover; another date, or a part first, is decided by offering it");
    }
    TextLimit.atMost("plan", wanted.plan(), LONGEST_PLAN);
    String plan = wanted.plan() == null ? "" : Blanks.stripped(wanted.plan());
    if (plan.isEmpty()) {
      throw new Rejection.Invalid("plan", "Say how the day is to be kept");
    }
    LocalDate day = wanted.lookAgainOn();
    if (day == null || !day.isAfter(orders.today())) {
      throw new Rejection.Invalid("lookAgainOn", "Say when you look again: tomorrow or later");
    }
    RealDates.require("lookAgainOn", day, orders.today());
    return plan;
  }

  @Override
  public void offered(Queries transaction, DelayOffer offer, ActingOne by) {
    for (DelayRisk risk : repository.lockOf(transaction, List.of(offer.order().id()))) {
      if (offer.isAbout(risk.line())) {
        boolean partFirst = offer.terms().remedies().contains(DelayRemedy.PART_FIRST);
        RiskDecision decision =
            new RiskDecision(
                partFirst ? "part-first" : "offer",
                Optional.empty(),
                Optional.empty(),
                by.actor(),
                now());
        repository.decide(transaction, risk.id(), decision);
        say(transaction, risk, decision, by);
        repository.close(transaction, risk.id(), now(), "offered");
        news.tell(transaction, risk, "closed");
      }
    }
  }

  private void say(Queries transaction, DelayRisk risk, RiskDecision decision, ActingOne by) {
    entries.say(
        transaction,
        risk.order().id(),
        DelayEntry.chosen(
            new RiskChosen(
                risk.line(),
                decision.choice(),
                decision.plan(),
                decision.lookAgainOn(),
                Optional.of(risk.chance()))),
        by);
  }

  static Rejection notHere() {
    return new Rejection.NotFound("There is no such date at risk");
  }

  private Instant now() {
    return Json.asRead(clock.instant());
  }
}
