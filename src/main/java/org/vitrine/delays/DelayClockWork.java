package org.vitrine.delays;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.vitrine.delays.OfferClockRepository.DueOffer;
import org.vitrine.delays.OfferMails.WrittenTo;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.Chore;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.DueWork;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderSnapshot;

/**
 * What the clock does: it tells offers by mail, ends those whose time is over, says where nobody
 * decided in time, and looks again where somebody wanted to. One node at a time takes each.
 */
final class DelayClockWork {
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration LINKS_LAST_LONGER = Duration.ofDays(60);

  private final DueWork<DueOffer> offersDue;
  private final DueWork<DelayRisk> risksDue;
  private final Database database;
  private final OfferedOrders orders;
  private final HouseOffers house;
  private final OfferDesk desk;
  private final RiskDesk risks;
  private final OfferMails mails;
  private final Clock clock;
  private final OfferClockRepository clocked = new OfferClockRepository();
  private final OfferRepository offers = new OfferRepository();
  private final RiskRepository atRisk = new RiskRepository();

  DelayClockWork(
      Database database,
      OfferedOrders orders,
      HouseOffers house,
      OfferDesk desk,
      RiskDesk risks,
      OfferMails mails,
      Clock clock) {
    this.database = database;
    this.orders = orders;
    this.house = house;
    this.desk = desk;
    this.risks = risks;
    this.mails = mails;
    this.clock = clock;
    this.offersDue =
        new DueWork<>(
            "offers of another date",
            database,
            clock,
            clocked::lockDue,
            this::act,
            (one, later) -> clocked.rest(database, one.id(), later));
    this.risksDue =
        new DueWork<>(
            "dates at risk",
            database,
            clock,
            atRisk::lockOverdue,
            risks::overdue,
            (one, later) -> {});
  }

  /** Every node does it, again and again. */
  Chore chore() {
    return new Chore("clock of dates at risk", PAUSE, this::round);
  }

  /** Does everything that is due now; once, however many nodes do so at the same moment. */
  void round() {
    offersDue.doAll();
    risksDue.doAll();
    List<OrderId> again = atRisk.toLookAt(database, orders.today());
    for (OrderId order : again) {
      database.inTransaction(
          transaction -> {
            risks.look(transaction, orders.read(transaction, List.of(order)));
            return null;
          });
    }
  }

  private void act(Queries transaction, DueOffer one) {
    DelayOffer offer = offers.lock(transaction, one.id(), Optional.empty()).orElseThrow();
    if (one.step() == 0) {
      tell(transaction, offer);
    } else {
      end(transaction, offer);
      clocked.done(transaction, one.id());
    }
  }

  private void tell(Queries transaction, DelayOffer offer) {
    Instant over = endOf(offer.terms().answerBy(), orders.zone());
    boolean waits = offer.state() == OfferState.OPEN;
    WrittenTo told =
        waits ? mails.tell(transaction, offer, over.plus(LINKS_LAST_LONGER)) : WrittenTo.NOBODY;
    Optional<Instant> now = Optional.of(Json.asRead(clock.instant())).filter(any -> told.reached());
    clocked.told(transaction, offer.id(), now, over);
    if (waits) {
      desk.told(transaction, offer, told.people());
    }
  }

  static Instant endOf(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** Nobody answered: that is consent where all that makes it so is given still. */
  private void end(Queries transaction, DelayOffer offer) {
    if (offer.state() != OfferState.OPEN) {
      return;
    }
    OrderSnapshot snapshot = orders.require(transaction, offer.order().id());
    desk.lapse(
        transaction,
        offer,
        house.isSilentConsent(transaction, offer, snapshot),
        orders.summary(snapshot));
  }
}
