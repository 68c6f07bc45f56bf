package org.vitrine.delays;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.calendars.WorkingDays;
import org.vitrine.delays.DelayOffer.OfferMade;
import org.vitrine.delays.DelayOffer.OfferStanding;
import org.vitrine.delays.DelayOffer.OfferTelling;
import org.vitrine.delays.DelayOffer.OfferedOrder;
import org.vitrine.orders.DelayEntry;
import org.vitrine.orders.OfferTerms;
import org.vitrine.orders.OrderActs.ActingOne;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.PromisedDates;
import org.vitrine.orders.SilenceMeans;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSummary;
import org.vitrine.profiles.AgreedPromises;

/**
 * What the house does about offers: makes them, takes them back, and takes the day that is named.
 */
final class HouseOffers {
  private final Database database;
  private final OfferWriter writer;
  private final OfferedOrders orders;
  private final AgreedDates dates;
  private final RiskClosing risks;
  private final OfferMails mails;
  private final OfferRepository repository = new OfferRepository();

  HouseOffers(
      Database database,
      OfferWriter writer,
      OfferedOrders orders,
      AgreedDates dates,
      RiskClosing risks,
      OfferMails mails) {
    this.database = database;
    this.writer = writer;
    this.orders = orders;
    this.dates = dates;
    this.risks = risks;
    this.mails = mails;
  }

  /** Offers it; the customer is told a moment later. */
  OfferId offer(OrderId order, OrderNumber number, OfferTerms wanted, ActingOne by) {
    return database.inTransaction(
        transaction -> {
          // Before the order: whoever saves a calendar holds it, and then its orders.
          WorkingDays days = orders.workingDays(transaction);
          writer.entries.lock(transaction, number);
          OrderSnapshot snapshot = orders.require(transaction, order);
          OrderSummary summary = orders.summary(snapshot);
          if (snapshot.order().cancelReason() != null) {
            throw new Rejection.Conflict("It is cancelled; take it up again first");
          }
          OfferChecks checks = checks(transaction, snapshot, summary, days);
          OfferTerms terms = checks.completed(wanted);
          checks.require(terms);
          OfferChecks.requirePart(terms, snapshot.order().lines());
          DelayOffer offer = made(snapshot, terms, checks.promised(), by);
          repository.make(transaction, offer);
          writer.entries.say(transaction, order, DelayEntry.offered(offer.id().text(), terms), by);
          risks.offered(transaction, offer, by);
          writer.tell(transaction, offer, "offered", terms);
          return offer.id();
        });
  }

  /**
   * Whether nobody's answer is consent, now that the time is over: everything that made it so when
   * it was offered has to be so still.
   */
  boolean isSilentConsent(Queries transaction, DelayOffer offer, OrderSnapshot snapshot) {
    OrderSummary summary = orders.summary(snapshot);
    OfferChecks checks = checks(transaction, snapshot, summary, orders.workingDays(transaction));
    Optional<LocalDate> known = known(transaction, offer);
    return dates.isAsOffered(transaction, offer, offer.terms().lines())
        && snapshot.order().cancelReason() == null
        && checks.open().containsAll(offer.terms().lines())
        && offer.terms().lines().stream()
            .allMatch(
                line ->
                    SilentConsent.isGiven(
                        offer.terms().silence(),
                        checks.ground(offer, line),
                        known,
                        offer.terms().answerBy(),
                        checks.days()));
  }

  /** On which day a mail left that arrived, or somebody had it open: the first of both. */
  private Optional<LocalDate> known(Queries queries, DelayOffer offer) {
    return Stream.of(mails.left(queries, offer.id()), offer.telling().read())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .map(at -> LocalDate.ofInstant(at, orders.zone()));
  }

  /** What may be offered of an order now. */
  OfferChecks checks(
      Queries queries, OrderSnapshot snapshot, OrderSummary summary, WorkingDays days) {
    PromisedDates promised = writer.entries.promised(queries, snapshot.order().id());
    Map<Integer, LocalDate> promisedOn = new HashMap<>();
    summary
        .due()
        .lines()
        .keySet()
        .forEach(line -> promised.dayOf(line).ifPresent(day -> promisedOn.put(line, day)));
    AgreedPromises agreed = orders.agreed(queries, snapshot.company().id());
    return new OfferChecks(
        summary.due().lines().keySet().stream()
            .collect(
                Collectors.toMap(line -> line, line -> AgreedDay.of(snapshot.promises(), line))),
        OfferedOrders.open(summary),
        promisedOn,
        repository.of(queries, snapshot.order().id(), Optional.empty()),
        agreed,
        agreed.silence() == SilenceMeans.CONSENT
            && mails.reachAnybody(queries, snapshot.company().id()),
        orders.today(),
        days);
  }

  private DelayOffer made(
      OrderSnapshot snapshot, OfferTerms terms, Map<Integer, LocalDate> promised, ActingOne by) {
    Map<Integer, LocalDate> days = new HashMap<>(promised);
    days.keySet().retainAll(terms.lines());
    Instant now = writer.now();
    return new DelayOffer(
        OfferId.random(),
        new OfferedOrder(snapshot.company().id(), snapshot.order().id(), snapshot.order().number()),
        terms,
        days,
        new OfferMade(now, by.actor()),
        new OfferTelling(Optional.empty(), Optional.empty(), Optional.empty()),
        new OfferStanding(OfferState.OPEN, now, Optional.empty()));
  }

  /** The house takes the day that they named. */
  void takeTheirDay(OfferId id, ActingOne by) {
    DelayOffer known = writer.require(new OfferAudience.ForOfferingHouse(true), id);
    writer.act(
        known,
        (transaction, offer) -> {
          if (offer.state() != OfferState.OTHER_DAY) {
            throw new Rejection.Conflict("No other day is named, or it was answered before");
          }
          AnswerOffer said = offer.standing().answer().orElseThrow().said();
          if (said.date().isBefore(orders.today())) {
            throw new Rejection.Conflict("%s has passed".formatted(said.date()));
          }
          dates.agree(
              transaction,
              offer,
              offer.terms().lines(),
              said.date(),
              summary(transaction, offer),
              by);
          writer.settle(transaction, offer, OfferState.DAY_TAKEN, Optional.empty());
          writer.tell(transaction, offer, OfferState.DAY_TAKEN.code(), said);
          return null;
        });
  }

  private OrderSummary summary(Queries transaction, DelayOffer offer) {
    return orders.summary(orders.require(transaction, offer.order().id()));
  }

  /** The house offers it no longer; where the customer agreed before, that stands. */
  void withdraw(OfferId id, ActingOne by) {
    writer.act(
        writer.require(new OfferAudience.ForOfferingHouse(true), id),
        (transaction, offer) -> {
          withdraw(transaction, offer, by);
          return null;
        });
  }

  /** What counts no longer, since another date was promised or nothing of it is to be made. */
  void endMoot(Queries transaction, OrderId order) {
    for (DelayOffer known : repository.of(transaction, order, Optional.empty())) {
      if (known.state() == OfferState.OPEN || known.state().isStillOpenToYes()) {
        DelayOffer offer = repository.lock(transaction, known.id(), Optional.empty()).orElse(known);
        OrderSummary summary = summary(transaction, offer);
        boolean open =
            offer.terms().lines().stream().anyMatch(OfferedOrders.open(summary)::contains);
        boolean waits = offer.state() == OfferState.OPEN || offer.state().isStillOpenToYes();
        if (waits && !(open && dates.isAsOffered(transaction, offer, offer.terms().lines()))) {
          withdraw(transaction, offer, new ActingOne("inferred", "Vitrine"));
        }
      }
    }
  }

  private void withdraw(Queries transaction, DelayOffer offer, ActingOne by) {
    if (offer.state() == OfferState.WITHDRAWN) {
      return;
    }
    if (offer.state() != OfferState.OPEN && !offer.state().isStillOpenToYes()) {
      throw new Rejection.Conflict("It is too late: it was answered, or its time is over");
    }
    writer.entries.lock(transaction, offer.order().number());
    writer.settle(transaction, offer, OfferState.WITHDRAWN, Optional.empty());
    writer.entries.say(
        transaction,
        offer.order().id(),
        DelayEntry.withdrawn(offer.id().text(), offer.terms().lines()),
        by);
    writer.tell(transaction, offer, OfferState.WITHDRAWN.code(), offer.terms());
  }
}
