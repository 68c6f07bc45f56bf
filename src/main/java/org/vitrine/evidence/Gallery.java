package org.vitrine.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.evidence.EvidencePlaceRepository.StageOfOrder;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.tracking.Audience;
import org.vitrine.tracking.OrderView;
import org.vitrine.tracking.Tracking;

/** What was seen of an order, as its company or the house may see it. */
final class Gallery {
  private final Database database;
  private final Changes changes;
  private final Tracking tracking;
  private final PictureRequests requests;
  private final Clock clock;
  private final EvidencePlaceRepository places = new EvidencePlaceRepository();

  Gallery(
      Database database,
      Changes changes,
      Tracking tracking,
      PictureRequests requests,
      Clock clock) {
    this.database = database;
    this.changes = changes;
    this.tracking = tracking;
    this.requests = requests;
    this.clock = clock;
  }

  /** The same, read over other connections. */
  Gallery over(Database other) {
    return new Gallery(other, changes, tracking.over(other), requests, clock);
  }

  Tracking tracking() {
    return tracking;
  }

  /** Of these stages, those that the companies of their orders see now. */
  static List<StageOfOrder> seenByCustomers(Tracking tracking, Collection<StageOfOrder> stages) {
    Map<OrderId, Long> orders = new HashMap<>();
    stages.forEach(one -> orders.put(one.order(), 0L));
    Map<OrderId, OrderView> views =
        orders.isEmpty()
            ? Map.of()
            : tracking.views(orders).stream()
                .collect(Collectors.toMap(OrderView::order, Function.identity()));
    return stages.stream()
        .filter(
            one ->
                views.containsKey(one.order())
                    && views.get(one.order()).shows(one.line(), one.stage(), Audience.CUSTOMER))
        .toList();
  }

  /**
   * The gallery of an order: {@code rows} by their keys, and what is asked for by line and stage.
   */
  ObjectNode page(OrderId order, Onlooker by) {
    List<StageOfOrder> stages =
        by.company()
            .map(
                one ->
                    seenByCustomers(
                        tracking,
                        database.onBehalfOf(
                            Optional.of(one.value()),
                            queries -> places.stages(queries, order, one))))
            .orElse(List.of());
    SeenOfOrder seen =
        database.onBehalfOf(
            by.company().map(CompanyId::value), queries -> read(queries, order, by, stages));
    ObjectNode page = Json.object();
    ObjectNode rows = page.putObject("rows");
    seen.evidence().stream()
        .map(one -> by.seesRequirements() ? one : one.withoutRequirement())
        .forEach(one -> rows.set(one.key(), row(one, seen.turns().get(one.sha256()))));
    ObjectNode asked = page.putObject("asked");
    seen.asked().forEach(one -> asked.set(one.id(), asked(one)));
    return page;
  }

  private record SeenOfOrder(
      List<ShownEvidence> evidence,
      Map<EvidenceHash, List<EvidenceTurn>> turns,
      List<AskedPicture> asked) {}

  /**
   * What belongs to no stage, or to one that a company was not agreed to see, is the house's. What
   * somebody asked for is between them and the house: no link tells of it.
   */
  private SeenOfOrder read(Queries queries, OrderId order, Onlooker by, List<StageOfOrder> stages) {
    return new SeenOfOrder(
        by.company()
            .map(one -> places.ofOrder(queries, order, one, stages))
            .orElseGet(() -> places.ofOrder(queries, order)),
        by.isOfHouse()
            ? places.turns(queries, order).stream()
                .collect(Collectors.groupingBy(EvidenceTurn::sha256))
            : Map.of(),
        by.only().isPresent() ? List.of() : requests.open(queries, List.of(order), by.company()));
  }

  private static ObjectNode row(ShownEvidence one, List<EvidenceTurn> turns) {
    ObjectNode row = (ObjectNode) Json.tree(one);
    if (turns != null) {
      row.set("turns", Json.tree(turns));
    }
    return row;
  }

  static ObjectNode asked(AskedPicture one) {
    return Json.object()
        .put("line", one.spot().line())
        .put("stage", one.spot().stage())
        .put("voice", one.voice().value())
        .put("who", one.words().who())
        .put("since", one.since().toString());
  }

  /**
   * Keeps what stands at an order to the house, or shows it again.
   *
   * @param by whoever decides that
   */
  void turn(OrderId order, EvidenceHash hash, boolean internal, String by) {
    database.inTransaction(
        transaction -> {
          places.hold(transaction, order);
          if (!places.standsAt(transaction, hash, order)) {
            throw EvidenceHash.notFound();
          }
          places
              .turn(transaction, order, hash, internal, by, clock.instant())
              .ifPresent(
                  company -> {
                    changes.record(transaction, List.of(EvidenceChange.of(order, company)));
                    requests.missed(transaction, order);
                  });
          return null;
        });
  }
}
