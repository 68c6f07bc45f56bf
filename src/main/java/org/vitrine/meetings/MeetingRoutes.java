package org.vitrine.meetings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.meetings.MeetingGuests.NamedGuest;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;

/** Planning meetings, and reading them. */
final class MeetingRoutes implements Routes {
  private final Meetings meetings;
  private final Guards guards;
  private final Idempotency idempotency;

  MeetingRoutes(Meetings meetings, Guards guards, Idempotency idempotency) {
    this.meetings = meetings;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers = guards.mayOneOf(Permission.ATTEND_MEETINGS, Permission.READ_PLANT);
    Endpoint.Guard keepers = guards.may(Permission.KEEP_MEETINGS);
    return List.of(
        idempotency.once(Routes.post("/api/meetings", keepers, this::plan)),
        Routes.get("/api/meetings", readers, this::list),
        Routes.get("/api/meetings/:number", readers, this::show),
        Routes.put("/api/meetings/:number", keepers, this::edit),
        Routes.post("/api/meetings/:number/invitations", keepers, this::invite),
        Routes.delete("/api/meetings/:number/invitations/:person", keepers, this::uninvite));
  }

  private void plan(Exchange exchange) {
    MeetingPerson by = person(exchange);
    MeetingNumber number = meetings.plan(by, exchange.body(PlanMeeting.class));
    exchange.response().putHeader("Location", "/api/meetings/" + number);
    exchange.reply(201, meetings.page(by.audience(), number));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries("company");
    exchange.reply(meetings.list(audience(exchange), exchange.query("company")));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(meetings.page(audience(exchange), number(exchange)));
  }

  private void edit(Exchange exchange) {
    MeetingPerson by = person(exchange);
    MeetingNumber number = number(exchange);
    meetings.edit(by, number, exchange.body(EditMeeting.class));
    exchange.reply(meetings.page(by.audience(), number));
  }

  private void invite(Exchange exchange) {
    MeetingPerson by = person(exchange);
    MeetingNumber number = number(exchange);
    InviteGuests wanted = exchange.body(InviteGuests.class);
    exchange.reply(
        wanted.isPreview()
            ? people(meetings.preview(number, wanted.asked()))
            : Json.object().put("invited", meetings.invite(by, number, wanted)));
  }

  private static ObjectNode people(List<NamedGuest> found) {
    ObjectNode shown = Json.object();
    ArrayNode people = shown.putArray("people");
    for (NamedGuest one : found) {
      ObjectNode person =
          people
              .addObject()
              .put("person", one.guest().id())
              .put("name", one.guest().name())
              .put("email", one.guest().email())
              .put("asked", one.asked());
      one.guest().of().ifPresent(company -> person.put("company", company));
    }
    return shown;
  }

  private void uninvite(Exchange exchange) {
    boolean toSeries = exchange.query("series").map(MeetingRoutes::yes).orElse(false);
    meetings.uninvite(person(exchange), number(exchange), exchange.id("person"), toSeries);
    exchange.replyEmpty();
  }

  private static boolean yes(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new Rejection.Invalid(
              "series", "“%s” is not true or false".formatted(Excerpt.of(text)));
    };
  }

  static MeetingPerson person(Exchange exchange) {
    return MeetingPerson.of(exchange.caller(Caller.class));
  }

  /** As whom they read; throws {@link Rejection.Forbidden} where they belong to no company. */
  static MeetingAudience audience(Exchange exchange) {
    return MeetingTopics.audience(exchange.caller(Caller.class))
        .orElseThrow(() -> new Rejection.Forbidden("You do not belong to a company"));
  }

  static MeetingNumber number(Exchange exchange) {
    return MeetingNumber.of(exchange.path("number")).orElseThrow(MeetingDesk::notHere);
  }
}
