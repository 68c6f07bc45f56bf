package org.vitrine.meetings;

import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;

/** What people do to the agenda of a meeting; each is answered with its page. */
final class ItemRoutes implements Routes {
  private final Meetings meetings;
  private final AgendaDesk desk;
  private final Guards guards;
  private final Idempotency idempotency;

  ItemRoutes(Meetings meetings, AgendaDesk desk, Guards guards, Idempotency idempotency) {
    this.meetings = meetings;
    this.desk = desk;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard guests = guards.may(Permission.ATTEND_MEETINGS);
    return List.of(
        idempotency.once(Routes.post("/api/meetings/:number/items", guests, this::add)),
        Routes.put(
            "/api/meetings/:number/items/:item", guards.may(Permission.KEEP_MEETINGS), this::edit),
        Routes.post("/api/meetings/:number/items/:item/votes", guests, this::vote));
  }

  private void add(Exchange exchange) {
    MeetingPerson by = MeetingRoutes.person(exchange);
    MeetingNumber number = MeetingRoutes.number(exchange);
    desk.add(by, number, exchange.body(ProposeItem.class));
    exchange.reply(201, meetings.page(by.audience(), number));
  }

  private void edit(Exchange exchange) {
    MeetingPerson by = MeetingRoutes.person(exchange);
    MeetingNumber number = MeetingRoutes.number(exchange);
    desk.edit(by, number, exchange.id("item"), exchange.body(EditItem.class));
    exchange.reply(meetings.page(by.audience(), number));
  }

  private void vote(Exchange exchange) {
    MeetingPerson by = MeetingRoutes.person(exchange);
    MeetingNumber number = MeetingRoutes.number(exchange);
    desk.vote(by, number, exchange.id("item"));
    exchange.reply(meetings.page(by.audience(), number));
  }
}
