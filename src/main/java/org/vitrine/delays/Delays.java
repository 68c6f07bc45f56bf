package org.vitrine.delays;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.delays.OfferDesk.OfferAnswerer;
import org.vitrine.orders.DelayAnswer;
import org.vitrine.orders.OfferTerms;
import org.vitrine.orders.OrderActs.ActingOne;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The door to dates that will hardly be kept, and to what customers are offered instead. */
public final class Delays {
  private final Database database;
  private final DelayGround ground;
  private final OfferedOrders orders;
  private final HouseOffers house;
  private final OfferDesk desk;
  private final RiskDesk riskDesk;
  private final RiskChoices choices;
  private final MailedOffers mailed;
  private final DelayClockWork clockWork;

  public Delays(Database database, Changes changes, DelayGround ground, ZoneId zone, Clock clock) {
    OfferWriter writer = new OfferWriter(database, changes, clock);
    RiskNews news = new RiskNews(changes);
    OfferMails mails = new OfferMails(ground);
    AgreedDates dates = new AgreedDates(ground.acts(), writer.entries);
    this.database = database;
    this.ground = ground;
    this.orders = new OfferedOrders(ground, zone, clock);
    this.choices = new RiskChoices(database, orders, writer.entries, news, clock);
    this.house = new HouseOffers(database, writer, orders, dates, choices, mails);
    this.desk = new OfferDesk(writer, orders, dates, new CallWishes(ground));
    this.riskDesk = new RiskDesk(ground, orders, KeepingChances.BY_FORECAST, news, clock);
    this.mailed = new MailedOffers(database, desk, reader(), clock);
    this.clockWork = new DelayClockWork(database, orders, house, desk, riskDesk, mails, clock);
  }

  /** A line of which somebody has to decide, for the first page of staff. */
  public List<?> toDecide(Queries queries, Collection<CompanyId> companies, int most) {
    return risks().toDecide(queries, companies, most);
  }

  /** How many of them there are. */
  public long countToDecide(Queries queries, Collection<CompanyId> companies) {
    return risks().countToDecide(queries, companies);
  }

  /** Offers another date, in the name of whoever does; returns what the offer is called. */
  public String offer(OrderNumber order, OfferTerms terms, ActingOne by) {
    return house.offer(ground.tracking().require(order, Optional.empty()), order, terms, by).text();
  }

  /** What somebody of a company answers. */
  public void answered(String offer, CompanyId company, DelayAnswer answer, ActingOne by) {
    desk.answer(
        new OfferId(offer),
        new AnswerOffer(answer, null, null, null, null, null, null),
        new OfferAnswerer(new OfferAudience.ForBuyer(company, true), by, "page"));
  }

  /** Whether nothing was ever offered. */
  public boolean areNone() {
    return reader().newest(new OfferAudience.ForOfferingHouse(false)).path("offers").isEmpty();
  }

  HouseOffers house() {
    return house;
  }

  OfferDesk desk() {
    return desk;
  }

  OfferReader reader() {
    return new OfferReader(database, ground.snapshots(), orders::today);
  }

  OfferTermsReader terms() {
    return new OfferTermsReader(database, orders, house, KeepingChances.BY_FORECAST);
  }

  OfferAudiences audiences() {
    return new OfferAudiences(ground.tracking(), ground.links());
  }

  DelayGround ground() {
    return ground;
  }

  RiskReader risks() {
    return new RiskReader(database, ground.snapshots());
  }

  RiskChoices choices() {
    return choices;
  }

  MailedOffers mailed() {
    return mailed;
  }

  DelayClockWork clockWork() {
    return clockWork;
  }

  OfferSubscriber offerSubscriber() {
    return new OfferSubscriber(house);
  }

  RiskSubscriber subscriber() {
    return new RiskSubscriber(orders, riskDesk);
  }
}
