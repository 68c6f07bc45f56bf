package org.vitrine.delays;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.delays.OfferAudience.ForLinkHolder;
import org.vitrine.delays.OfferAudience.ForOfferingHouse;
import org.vitrine.orders.Line;
import org.vitrine.orders.OfferedKind;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSnapshots;

/**
 * Offers as each audience reads them. An allow-list: whatever an offer gets later is read by nobody
 * by itself.
 */
final class OfferReader {
  private static final int MOST = 200;
  private static final List<OfferState> WAITING =
      List.of(OfferState.OPEN, OfferState.OTHER_DAY, OfferState.DECLINED, OfferState.CALL_ME);

  private final Database database;
  private final OrderSnapshots snapshots;
  private final Supplier<LocalDate> today;
  private final OfferRepository repository = new OfferRepository();

  OfferReader(Database database, OrderSnapshots snapshots, Supplier<LocalDate> today) {
    this.database = database;
    this.snapshots = snapshots;
    this.today = today;
  }

  /** The same over other connections. */
  OfferReader over(Database other) {
    return new OfferReader(other, snapshots.over(other), today);
  }

  Optional<ObjectNode> one(OfferAudience audience, OfferId id) {
    return database
        .onBehalfOf(
            audience.company().map(CompanyId::value),
            queries -> repository.find(queries, id, audience.company()))
        .filter(offer -> audience.mayReach(offer.order().id()))
        .flatMap(offer -> pages(audience, List.of(offer)).stream().findFirst());
  }

  /** Those about an order, by their keys. */
  ObjectNode ofOrder(OfferAudience audience, OrderId order) {
    return keyed(
        audience,
        database.onBehalfOf(
            audience.company().map(CompanyId::value),
            queries -> repository.of(queries, order, audience.company())));
  }

  /** Those that somebody waits for and can still say something to, by their keys. */
  ObjectNode waiting(OfferAudience audience) {
    return keyed(audience, newest(audience, WAITING, Optional.of(today.get())));
  }

  /** All, the newest first, so many at most. */
  ObjectNode newest(OfferAudience audience) {
    return keyed(audience, newest(audience, List.of(), Optional.empty()));
  }

  private List<DelayOffer> newest(
      OfferAudience audience, List<OfferState> states, Optional<LocalDate> on) {
    return database
        .onBehalfOf(
            audience.company().map(CompanyId::value),
            queries -> repository.newest(queries, audience.company(), states, on, MOST))
        .stream()
        .filter(offer -> audience.mayReach(offer.order().id()))
        .toList();
  }

  private ObjectNode keyed(OfferAudience audience, List<DelayOffer> offers) {
    ObjectNode page = Json.object();
    ObjectNode keyed = page.putObject("offers");
    pages(audience, offers).forEach(one -> keyed.set(one.path("id").asText(), one));
    return page;
  }

  private List<ObjectNode> pages(OfferAudience audience, Collection<DelayOffer> offers) {
    Map<OrderId, OrderSnapshot> orders =
        snapshots
            .read(
                audience.company(),
                offers.stream().map(offer -> offer.order().id()).distinct().toList())
            .stream()
            .collect(Collectors.toMap(one -> one.order().id(), one -> one));
    return offers.stream()
        .map(offer -> page(audience, offer, Optional.ofNullable(orders.get(offer.order().id()))))
        .toList();
  }

  private ObjectNode page(OfferAudience audience, DelayOffer offer, Optional<OrderSnapshot> order) {
    ObjectNode page = Json.object().put("id", offer.id().text());
    page.put("order", offer.order().number().value());
    page.set("lines", lines(offer, order));
    ObjectNode terms = (ObjectNode) Json.tree(offer.terms());
    terms.remove("lines");
    page.setAll(terms);
    page.put("state", offer.state().code());
    page.put("since", offer.standing().since().toString());
    page.put("offeredAt", offer.made().at().toString());
    offer.standing().answer().ifPresent(answer -> page.set("answer", answer(audience, answer)));
    if (audience instanceof ForOfferingHouse) {
      order.ifPresent(
          one ->
              page.putObject("company")
                  .put("code", one.company().code())
                  .put("name", one.company().name()));
      page.put("offeredBy", offer.made().by());
      offer.telling().told().ifPresent(at -> page.put("toldAt", at.toString()));
      offer.telling().read().ifPresent(at -> page.put("readAt", at.toString()));
      offer.telling().readBy().ifPresent(by -> page.put("readBy", by));
    }
    ArrayNode can = page.putArray("can");
    can(audience, offer, order).forEach(can::add);
    return page;
  }

  private static ArrayNode lines(DelayOffer offer, Optional<OrderSnapshot> order) {
    ArrayNode lines = Json.object().putArray("lines");
    for (int number : offer.terms().lines()) {
      ObjectNode line = lines.addObject().put("number", number);
      order
          .flatMap(one -> line(one, number))
          .ifPresent(one -> line.set("product", Json.tree(one.product())));
      Optional.ofNullable(offer.promised().get(number))
          .ifPresent(day -> line.put("promised", day.toString()));
    }
    return lines;
  }

  private static Optional<Line> line(OrderSnapshot order, int number) {
    return order.order().lines().stream().filter(line -> line.number() == number).findFirst();
  }

  /** Who of the company answered is not for those who hold a link, nor what they wrote. */
  private static ObjectNode answer(OfferAudience audience, GivenAnswer answer) {
    ObjectNode said = (ObjectNode) Json.tree(answer.said());
    said.put("at", answer.at().toString());
    if (audience instanceof ForLinkHolder) {
      said.remove(List.of("words", "call"));
    } else {
      said.put("by", answer.by()).put("through", answer.through());
    }
    return said;
  }

  private List<String> can(
      OfferAudience audience, DelayOffer offer, Optional<OrderSnapshot> order) {
    OfferState state = offer.state();
    boolean waits = state == OfferState.OPEN || state.isStillOpenToYes();
    if (audience instanceof ForOfferingHouse house) {
      if (!house.keeps() || !waits) {
        return List.of();
      }
      return state == OfferState.OTHER_DAY && isNamedDayToCome(offer)
          ? List.of("take-day", "withdraw")
          : List.of("withdraw");
    }
    if (!audience.answers()) {
      return List.of();
    }
    if (waits && today.get().isAfter(offer.terms().answerBy())) {
      return List.of();
    }
    if (waits) {
      return state == OfferState.OPEN ? List.of("answer") : List.of("accept");
    }
    boolean open = state == OfferState.ACCEPTED && offer.terms().kind() == OfferedKind.OPEN;
    List<Integer> lines =
        order.filter(any -> open).map(one -> AgreedDates.leftOpenBy(offer, one)).orElse(List.of());
    return lines.isEmpty() || OfferedOrders.hasLeft(order.orElseThrow(), lines)
        ? List.of()
        : List.of("take-back");
  }

  private boolean isNamedDayToCome(DelayOffer offer) {
    return offer
        .standing()
        .answer()
        .map(answer -> answer.said().date())
        .filter(day -> !day.isBefore(today.get()))
        .isPresent();
  }
}
