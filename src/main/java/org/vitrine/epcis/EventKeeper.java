package org.vitrine.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.vitrine.epcis.CaptureJob.CaptureResult;
import org.vitrine.epcis.EpcisEvent.EventOwner;
import org.vitrine.epcis.EventRepository.KnownEvent;
import org.vitrine.epcis.NamedOrderRepository.NamedOrder;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Queries;

/**
 * Keeps what others send: what is right and new, once. Where an event names orders of one company
 * by their addresses here, it is that company's to see; nothing else follows from it.
 */
final class EventKeeper {
  private static final String EVENT = "/epcisBody/eventList/%d";

  private final DocumentCheck check;
  private final Supplier<URI> house;
  private final Clock clock;
  private final EventRepository events = new EventRepository();
  private final NamedOrderRepository orders = new NamedOrderRepository();

  EventKeeper(DocumentCheck check, Supplier<URI> house, Clock clock) {
    this.check = check;
    this.house = house;
    this.clock = clock;
  }

  /** By which an event and a declaration of its error are told apart. */
  private record EventKey(String id, Optional<Instant> declaredAt) {
    static EventKey of(EpcisEvent event) {
      return new EventKey(event.id(), event.declaredAt());
    }
  }

  /**
   * @param proceeds takes what is right where something is wrong; else all or nothing
   */
  CaptureResult keep(Queries transaction, JsonNode document, boolean proceeds) {
    Namespaces around = Namespaces.of(document);
    JsonNode sent = document.at("/epcisBody/eventList");
    List<EpcisFault> faults = new ArrayList<>();
    Map<Integer, EpcisEvent> right = new LinkedHashMap<>();
    for (int at = 0; at < sent.size(); at++) {
      List<EpcisFault> found = check.ofEvent(sent.get(at), at, around);
      if (found.isEmpty()) {
        right.put(at, EpcisEvent.of(document, sent.get(at)));
      } else {
        faults.addAll(found);
      }
    }
    return keep(transaction, right, faults, proceeds);
  }

  private CaptureResult keep(
      Queries transaction,
      Map<Integer, EpcisEvent> right,
      List<EpcisFault> faults,
      boolean proceeds) {
    Instant now = events.recordTime(transaction, clock.instant());
    Map<EventKey, String> contents = contents(transaction, right);
    List<EpcisEvent> fresh = new ArrayList<>();
    int known = 0;
    for (Map.Entry<Integer, EpcisEvent> one : right.entrySet()) {
      EpcisEvent event = one.getValue();
      String before = contents.putIfAbsent(EventKey.of(event), event.content());
      if (before == null) {
        fresh.add(event);
      } else if (before.equals(event.content())) {
        known++;
      } else {
        faults.add(
            new EpcisFault(
                EVENT.formatted(one.getKey()) + "/eventID", "Another event has this id"));
      }
    }
    if (!faults.isEmpty() && !proceeds) {
      return new CaptureResult(0, 0, faults);
    }
    int taken = fresh.isEmpty() ? 0 : events.add(transaction, owned(transaction, fresh), now, 0);
    return new CaptureResult(taken, known, faults);
  }

  private Map<EventKey, String> contents(Queries queries, Map<Integer, EpcisEvent> events) {
    Set<String> ids = new HashSet<>();
    events.values().forEach(event -> ids.add(event.id()));
    Map<EventKey, String> contents = new HashMap<>();
    for (KnownEvent one : this.events.known(queries, ids)) {
      contents.put(new EventKey(one.id(), one.declaredAt()), one.content());
    }
    return contents;
  }

  private List<EpcisEvent> owned(Queries queries, List<EpcisEvent> fresh) {
    OrderEvents addresses =
        new OrderEvents(house.get(), ZoneId.of("UTC"), new BusinessSteps(List.of()));
    Map<EpcisEvent, Set<String>> named = new HashMap<>();
    Set<String> all = new HashSet<>();
    for (EpcisEvent event : fresh) {
      Set<String> keys = new HashSet<>();
      for (JsonNode transaction : event.body().path("bizTransactionList")) {
        addresses
            .orderNamed(transaction.path("bizTransaction").asText())
            .map(OrderNumber::key)
            .ifPresent(keys::add);
      }
      named.put(event, keys);
      all.addAll(keys);
    }
    if (all.isEmpty()) {
      return fresh;
    }
    Map<String, NamedOrder> known = orders.byNumber(queries, all);
    return fresh.stream().map(event -> owned(event, named.get(event), known)).toList();
  }

  /** What names orders of several companies is the house's alone. */
  private static EpcisEvent owned(
      EpcisEvent event, Set<String> named, Map<String, NamedOrder> known) {
    List<NamedOrder> orders =
        named.stream()
            .map(known::get)
            .filter(order -> order != null)
            .sorted(Comparator.comparing(order -> order.id().value()))
            .toList();
    return orders.isEmpty() || orders.stream().map(NamedOrder::company).distinct().count() > 1
        ? event
        : event.of(
            new EventOwner(
                orders.getFirst().company(),
                orders.getFirst().id(),
                Optional.empty(),
                Optional.empty()));
  }
}
