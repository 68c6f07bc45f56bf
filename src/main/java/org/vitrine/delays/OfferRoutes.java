package org.vitrine.delays;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.delays.OfferDesk.OfferAnswerer;
import org.vitrine.orders.OfferTerms;
import org.vitrine.orders.OrderActs.ActingOne;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;
import org.vitrine.tracking.Tracking;
import org.vitrine.tracking.TrackingRoutes;

/** Offers over HTTP: for staff, the companies that are asked, and holders of their glass links. */
final class OfferRoutes implements Routes {
  private final HouseOffers house;
  private final OfferDesk desk;
  private final OfferReader reader;
  private final OfferTermsReader terms;
  private final OfferAudiences audiences;
  private final Tracking tracking;
  private final Guards guards;
  private final Idempotency idempotency;

  OfferRoutes(Delays delays, Guards guards, Idempotency idempotency) {
    this.house = delays.house();
    this.desk = delays.desk();
    this.reader = delays.reader();
    this.terms = delays.terms();
    this.audiences = delays.audiences();
    this.tracking = delays.ground().tracking();
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers = guards.mayOneOf(Permission.READ_DELAYS, Permission.ANSWER_DELAYS);
    Endpoint.Guard answerers = guards.may(Permission.ANSWER_DELAYS);
    Endpoint.Guard keepers = guards.may(Permission.KEEP_DELAYS);
    return List.of(
        Routes.get("/api/delay-offers", readers, this::list),
        Routes.get("/api/delay-offers/:id", readers, this::show),
        Routes.get("/api/orders/:number/delay-terms", keepers, this::terms),
        idempotency.once(Routes.post("/api/orders/:number/delay-offers", keepers, this::offer)),
        Routes.post("/api/delay-offers/:id/read", answerers, this::read),
        idempotency.once(Routes.post("/api/delay-offers/:id/answer", answerers, this::answer)),
        idempotency.once(
            Routes.post("/api/delay-offers/:id/taking-back", answerers, this::takeBack)),
        idempotency.once(Routes.post("/api/delay-offers/:id/withdrawal", keepers, this::withdraw)),
        idempotency.once(Routes.post("/api/delay-offers/:id/day-taken", keepers, this::takeDay)));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries("order", "state", "as");
    Caller caller = exchange.caller(Caller.class);
    Optional<OrderNumber> order = exchange.query("order").map(OrderNumber::new);
    if (order.isPresent()) {
      OfferAudience audience = audiences.ofOrder(caller, order.get());
      exchange.reply(reader.ofOrder(audience, tracking.require(order.get(), audience.company())));
      return;
    }
    OfferAudience audience = audiences.of(caller);
    exchange.reply(
        switch (exchange.query("state").orElse("waiting")) {
          case "waiting" -> reader.waiting(audience);
          case "all" -> reader.newest(audience);
          default -> throw new Rejection.Invalid("state", "Must be waiting or all");
        });
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(page(exchange));
  }

  private ObjectNode page(Exchange exchange) {
    return reader.one(audience(exchange), id(exchange)).orElseThrow(OfferId::notHere);
  }

  private OfferAudience audience(Exchange exchange) {
    return audiences.of(exchange.caller(Caller.class));
  }

  private static OfferId id(Exchange exchange) {
    return OfferId.inAddress(exchange.path("id"));
  }

  private OrderId order(Exchange exchange) {
    return tracking.require(TrackingRoutes.number(exchange), Optional.empty());
  }

  private void terms(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(terms.of(order(exchange)));
  }

  private void offer(Exchange exchange) {
    OrderId order = order(exchange);
    OfferId made =
        house.offer(
            order, TrackingRoutes.number(exchange), exchange.body(OfferTerms.class), by(exchange));
    exchange.reply(201, reader.one(audience(exchange), made).orElseThrow(OfferId::notHere));
  }

  private static ActingOne by(Exchange exchange) {
    return ActingOne.of(exchange.caller(Caller.class));
  }

  private void read(Exchange exchange) {
    desk.read(audience(exchange), id(exchange), by(exchange));
    exchange.replyEmpty();
  }

  private void answer(Exchange exchange) {
    OfferId id = id(exchange);
    desk.answer(id, exchange.body(AnswerOffer.class), answerer(exchange));
    exchange.reply(page(exchange));
  }

  private OfferAnswerer answerer(Exchange exchange) {
    Caller caller = exchange.caller(Caller.class);
    String through = caller instanceof Caller.GlassHolder ? "glass" : "page";
    return new OfferAnswerer(audiences.of(caller), ActingOne.of(caller), through);
  }

  private void takeBack(Exchange exchange) {
    desk.takeBack(id(exchange), answerer(exchange));
    exchange.reply(page(exchange));
  }

  private void withdraw(Exchange exchange) {
    house.withdraw(id(exchange), by(exchange));
    exchange.reply(page(exchange));
  }

  private void takeDay(Exchange exchange) {
    house.takeTheirDay(id(exchange), by(exchange));
    exchange.reply(page(exchange));
  }
}
