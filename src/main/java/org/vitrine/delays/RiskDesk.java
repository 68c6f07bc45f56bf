package org.vitrine.delays;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.calendars.WorkCalendar;
import org.vitrine.calendars.WorkingDays;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.companies.CompanyId;
import org.vitrine.delays.DelayOffer.OfferedOrder;
import org.vitrine.delays.DelayRisk.RiskClock;
import org.vitrine.delays.DelayRisk.RiskDecision;
import org.vitrine.delays.RiskRule.LineOutlook;
import org.vitrine.delays.RiskRule.StandingRisk;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSummary;
import org.vitrine.profiles.Agreed;

/** Asks what is done about lines at risk, and closes the question where it is settled. */
final class RiskDesk {
  private final DelayGround ground;
  private final OfferedOrders orders;
  private final RiskNews news;
  private final KeepingChances chances;
  private final Clock clock;
  private final RiskRepository repository = new RiskRepository();
  private final OfferRepository offers = new OfferRepository();

  RiskDesk(
      DelayGround ground,
      OfferedOrders orders,
      KeepingChances chances,
      RiskNews news,
      Clock clock) {
    this.ground = ground;
    this.orders = orders;
    this.news = news;
    this.chances = chances;
    this.clock = clock;
  }

  /** Looks at every line of these orders, and asks or closes what is to be. */
  void look(Queries transaction, List<OrderSnapshot> snapshots) {
    Map<CompanyId, Agreed> agreed = new HashMap<>();
    List<DelayRisk> standing =
        repository.lockOf(
            transaction, snapshots.stream().map(snapshot -> snapshot.order().id()).toList());
    for (OrderSnapshot snapshot : snapshots) {
      look(
          transaction,
          snapshot,
          standing.stream()
              .filter(risk -> risk.order().id().equals(snapshot.order().id()))
              .toList(),
          agreed.computeIfAbsent(
              snapshot.company().id(),
              company -> ground.profiles().agreed(transaction, company, orders.today())));
    }
  }

  private void look(
      Queries transaction, OrderSnapshot snapshot, List<DelayRisk> standing, Agreed agreed) {
    OrderSummary summary = orders.summary(snapshot);
    Set<Integer> open = OfferedOrders.open(summary);
    Set<Integer> waiting = new HashSet<>();
    if (!open.isEmpty()) {
      offers.of(transaction, snapshot.order().id(), Optional.empty()).stream()
          .filter(offer -> offer.state() == OfferState.OPEN)
          .forEach(offer -> waiting.addAll(offer.terms().lines()));
    }
    summary
        .due()
        .lines()
        .forEach(
            (line, due) ->
                look(
                    transaction,
                    snapshot,
                    line,
                    due.date(),
                    new LineOutlook(
                        open.contains(line) && due.date().isPresent() && !summary.hasLeft(line),
                        chances.of(summary, line),
                        agreed.promises().value().riskBelow(),
                        waiting.contains(line),
                        orders.today()),
                    standing.stream().filter(risk -> risk.line() == line).findFirst(),
                    agreed));
  }

  private void look(
      Queries transaction,
      OrderSnapshot snapshot,
      int line,
      Optional<LocalDate> day,
      LineOutlook outlook,
      Optional<DelayRisk> known,
      Agreed agreed) {
    switch (RiskRule.next(
        known.map(risk -> new StandingRisk(risk.decided().flatMap(RiskDecision::lookAgainOn))),
        outlook)) {
      case ASK -> ask(transaction, snapshot, line, day.orElseThrow(), outlook, agreed);
      case ASK_AGAIN -> {
        DelayRisk again = known.orElseThrow();
        RiskClock anew = clock(transaction, agreed);
        DelayRisk asked =
            new DelayRisk(
                again.id(),
                again.order(),
                line,
                day.orElse(again.promised()),
                outlook.chance().orElse(again.chance()),
                anew,
                again.decided());
        repository.askAgain(transaction, asked);
        news.tell(transaction, asked, "opened");
      }
      case CLOSE_SAFE -> close(transaction, known.orElseThrow(), "safe");
      case CLOSE_DONE -> close(transaction, known.orElseThrow(), "done");
      case NOTHING ->
          known.ifPresent(
              risk -> {
                know(transaction, risk, day, outlook);
                lookAgain(transaction, risk);
              });
    }
  }

  /** Neither settled nor at risk on the day it was to be looked at: on the next one once more. */
  private void lookAgain(Queries transaction, DelayRisk risk) {
    LocalDate today = orders.today();
    if (risk.decided()
        .flatMap(RiskDecision::lookAgainOn)
        .filter(day -> !day.isAfter(today))
        .isPresent()) {
      WorkingDays days = new WorkingDays(hours(transaction, WorkCalendar.PLANT), orders.zone());
      repository.lookAgain(transaction, risk.id(), days.moved(today, 1));
    }
  }

  private void know(
      Queries transaction, DelayRisk risk, Optional<LocalDate> day, LineOutlook outlook) {
    if (day.isPresent()
        && outlook.chance().isPresent()
        && repository.know(transaction, risk.id(), day.get(), outlook.chance().get())) {
      news.tell(transaction, risk, "known");
    }
  }

  private void ask(
      Queries transaction,
      OrderSnapshot snapshot,
      int line,
      LocalDate day,
      LineOutlook outlook,
      Agreed agreed) {
    DelayRisk risk =
        new DelayRisk(
            OfferId.random(),
            new OfferedOrder(
                snapshot.company().id(), snapshot.order().id(), snapshot.order().number()),
            line,
            day,
            outlook.chance().orElseThrow(),
            clock(transaction, agreed),
            Optional.empty());
    if (repository.ask(transaction, risk)) {
      news.tell(transaction, risk, "opened");
    }
  }

  /** By when it is to be decided: in working hours that were agreed, else in those of the plant. */
  private RiskClock clock(Queries queries, Agreed agreed) {
    Instant now = now();
    WorkingTime hours = hours(queries, agreed.workingHours().value().orElse(WorkCalendar.PLANT));
    Duration within = Duration.ofMinutes(agreed.promises().value().decideWithin());
    return new RiskClock(now, hours.add(now, within), false);
  }

  private WorkingTime hours(Queries queries, String calendar) {
    return ground
        .calendars()
        .edition(queries, calendar)
        .map(edition -> ground.calendars().editions(queries, List.of(edition)).get(edition))
        .map(WorkCalendar::workingTime)
        .orElse(WorkingTime.AROUND_THE_CLOCK);
  }

  private void close(Queries transaction, DelayRisk risk, String why) {
    repository.close(transaction, risk.id(), now(), why);
    news.tell(transaction, risk, "closed");
  }

  /** Nobody decided in time: those who run the house hear of it, too. */
  void overdue(Queries transaction, DelayRisk risk) {
    repository.overdueTold(transaction, risk.id());
    news.tell(transaction, risk, "overdue");
  }

  List<DelayRisk> standing(Queries queries, Optional<Collection<CompanyId>> companies, int most) {
    return repository.standing(queries, companies, most);
  }

  private Instant now() {
    return Json.asRead(clock.instant());
  }
}
