package org.vitrine.recalls;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.orders.Amount;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;

/** Notices over HTTP: for the companies that are told, holders of their glass links, and staff. */
final class RecallNoticeRoutes implements Routes {
  private final NoticeDesk desk;
  private final RecallReader reader;
  private final NoticeAudiences audiences;
  private final Guards guards;
  private final Idempotency idempotency;

  RecallNoticeRoutes(
      NoticeDesk desk,
      RecallReader reader,
      NoticeAudiences audiences,
      Guards guards,
      Idempotency idempotency) {
    this.desk = desk;
    this.reader = reader;
    this.audiences = audiences;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers = guards.may(Permission.READ_ORDERS);
    Endpoint.Guard withLinks = guards.mayOneOf(Permission.READ_ORDERS, Permission.SPEAK);
    Endpoint.Guard contacts = guards.may(Permission.ANSWER_RECALLS);
    Endpoint.Guard answerers = guards.mayOneOf(Permission.ANSWER_RECALLS, Permission.TELL_RECALLS);
    Endpoint.Guard tellers = guards.may(Permission.TELL_RECALLS);
    return List.of(
        Routes.get("/api/recall-notices", withLinks, this::list),
        Routes.get("/api/recall-notices/:id", readers, this::show),
        Routes.post("/api/recall-notices/:id/read", contacts, this::read),
        idempotency.once(Routes.post("/api/recall-notices/:id/remedy", answerers, this::choose)),
        idempotency.once(Routes.post("/api/recall-notices/:id/reached", answerers, this::reach)),
        idempotency.once(Routes.post("/api/recall-notices/:id/progress", tellers, this::handle)),
        idempotency.once(Routes.post("/api/recall-notices/:id/leaving", tellers, this::leave)));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries("order", "as");
    Caller caller = exchange.caller(Caller.class);
    exchange.reply(
        exchange
            .query("order")
            .map(OrderNumber::new)
            .map(order -> reader.ofOrder(audiences.ofOrder(caller, order), order))
            .orElseGet(() -> open(audiences.of(caller))));
  }

  private ObjectNode open(NoticeAudience audience) {
    if (audience instanceof NoticeAudience.ForCompany company) {
      return reader.open(company);
    }
    throw new Rejection.Invalid("order", "Give the number of the order");
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(page(exchange));
  }

  private ObjectNode page(Exchange exchange) {
    return reader.one(audience(exchange), id(exchange)).orElseThrow(RecallNoticeId::notHere);
  }

  private NoticeAudience audience(Exchange exchange) {
    return audiences.of(exchange.caller(Caller.class));
  }

  private static RecallNoticeId id(Exchange exchange) {
    return RecallNoticeId.inAddress(exchange.path("id"));
  }

  private void read(Exchange exchange) {
    desk.read(audience(exchange), id(exchange), guards.actor(exchange));
    exchange.replyEmpty();
  }

  /** What is sent to choose. */
  record ChooseRemedy(Remedy remedy) {
    ChooseRemedy {
      if (remedy == null) {
        throw new Rejection.Invalid("remedy", "Choose replace, repair or refund");
      }
    }
  }

  private void choose(Exchange exchange) {
    Remedy remedy = exchange.body(ChooseRemedy.class).remedy();
    desk.choose(audience(exchange), id(exchange), remedy, guards.actor(exchange));
    exchange.reply(page(exchange));
  }

  /** What is sent to say how many were reached. */
  record SayReached(Long reached) {}

  private void reach(Exchange exchange) {
    Long reached = exchange.body(SayReached.class).reached();
    desk.reached(audience(exchange), id(exchange), reached, guards.actor(exchange));
    exchange.reply(page(exchange));
  }

  /** What is sent to say how much is done. */
  record SayDone(Amount done) {
    SayDone {
      if (done == null) {
        throw new Rejection.Invalid("done", "Say how many of its pieces are done");
      }
    }
  }

  private void handle(Exchange exchange) {
    desk.handle(id(exchange), exchange.body(SayDone.class).done(), guards.actor(exchange));
    exchange.reply(page(exchange));
  }

  /** What is sent to leave the rest. */
  record LeaveRest(String reason) {}

  private void leave(Exchange exchange) {
    desk.leave(id(exchange), exchange.body(LeaveRest.class).reason(), guards.actor(exchange));
    exchange.reply(page(exchange));
  }
}
