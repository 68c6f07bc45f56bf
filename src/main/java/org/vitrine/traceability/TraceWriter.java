package org.vitrine.traceability;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.production.Consumed;
import org.vitrine.traceability.ConsumptionRepository.StandingConsumption;
import org.vitrine.traceability.NodeRepository.NamedNodes;

/**
 * Writes what somebody says directly of a lot or a piece. That is the whole of it: what is no
 * longer named among what went into it is withdrawn, as far as it was said directly; what reports
 * said is theirs.
 */
final class TraceWriter {
  private final Changes changes;
  private final Clock clock;
  private final NodeRepository nodes = new NodeRepository();
  private final DetailRepository details = new DetailRepository();
  private final ConsumptionRepository consumptions = new ConsumptionRepository();

  TraceWriter(Changes changes, Clock clock) {
    this.changes = changes;
    this.clock = clock;
  }

  SaveOutcome save(Queries transaction, TraceCode code, SaveLot said) {
    NodeName lot = NodeName.lot(code);
    Optional<NodeName> origin =
        Optional.ofNullable(said.supplierLot())
            .map(supplied -> new NodeName(NodeKind.SUPPLIER_LOT, new TraceCode(supplied)));
    Inputs inputs = new Inputs(lot, said.from(), origin);
    Optional<MadeFor> made = madeFor(transaction, said.order(), said.line());
    NamedNodes ids = ensure(transaction, inputs);
    Spot spot = Spot.of(said.stage(), said.station(), asRead(said.madeAt()));
    SaveOutcome outcome = details.saveLot(transaction, ids.id(lot), said, made);
    return saved(transaction, inputs, ids, said.product(), spot, outcome);
  }

  SaveOutcome save(Queries transaction, TraceCode serial, SavePiece said) {
    NodeName piece = NodeName.piece(serial);
    Optional<NodeName> lot =
        Optional.ofNullable(said.lot()).map(code -> NodeName.lot(new TraceCode(code)));
    Inputs inputs = new Inputs(piece, said.from(), lot);
    Optional<MadeFor> made = madeFor(transaction, said.order(), said.line());
    NamedNodes ids = ensure(transaction, inputs);
    Spot spot = Spot.of(null, said.station(), asRead(said.madeAt()));
    SaveOutcome outcome = details.savePiece(transaction, ids.id(piece), serial, said, made);
    return saved(transaction, inputs, ids, said.product(), spot, outcome);
  }

  /**
   * What somebody says went into a node.
   *
   * @param origin the lot that it is of, which is of the same product
   */
  private record Inputs(NodeName node, List<Consumed> from, Optional<NodeName> origin) {
    Inputs {
      for (int at = 0; at < from.size(); at++) {
        if (NodeName.of(from.get(at)).equals(node)) {
          throw new Rejection.Invalid("from[%d]".formatted(at), "Nothing is made of itself");
        }
      }
    }

    Set<NodeName> names() {
      Set<NodeName> names = new HashSet<>();
      names.add(node);
      from.forEach(one -> names.add(NodeName.of(one)));
      origin.ifPresent(names::add);
      return names;
    }

    List<Consumption> consumptions(NamedNodes ids, Spot spot) {
      long output = ids.id(node);
      List<Consumption> all = new ArrayList<>();
      origin.ifPresent(
          lot -> all.add(Consumption.uncounted(output, ids.id(lot), spot, Optional.empty())));
      from.forEach(
          one ->
              all.add(
                  Consumption.of(output, ids.id(NodeName.of(one)), one, spot, Optional.empty())));
      return all;
    }

    /** What is said here of the products of what went in. */
    Map<Long, LocalizedText> products(NamedNodes ids, LocalizedText own) {
      Map<Long, LocalizedText> products = new HashMap<>();
      from.forEach(one -> products.put(ids.id(NodeName.of(one)), one.product()));
      origin.ifPresent(lot -> products.put(ids.id(lot), own));
      return products;
    }
  }

  private Optional<MadeFor> madeFor(Queries transaction, String order, Integer line) {
    if (order == null) {
      return Optional.empty();
    }
    DetailRepository.NamedLine named =
        details
            .line(transaction, new OrderNumber(order), line)
            .orElseThrow(
                () ->
                    new Rejection.Invalid(
                        "order", "There is no order “%s”".formatted(Excerpt.of(order))));
    if (line != null && named.line().isEmpty()) {
      throw new Rejection.Invalid("line", "Order %s has no line “%d”".formatted(order, line));
    }
    return Optional.of(new MadeFor(named.order(), line));
  }

  /** Who says something else of it waits; what went in goes into many things at once. */
  private NamedNodes ensure(Queries transaction, Inputs inputs) {
    NamedNodes ids = nodes.ensure(transaction, inputs.names());
    nodes.lock(transaction, List.of(ids.id(inputs.node())));
    return ids;
  }

  private SaveOutcome saved(
      Queries transaction,
      Inputs inputs,
      NamedNodes ids,
      LocalizedText product,
      Spot spot,
      SaveOutcome outcome) {
    long node = ids.id(inputs.node());
    List<Consumption> wanted = inputs.consumptions(ids, spot);
    boolean joined = join(transaction, node, wanted);
    Set<Long> renamed = new HashSet<>();
    renamed.addAll(nodes.sayProduct(transaction, Collections.singletonMap(node, product), true));
    renamed.addAll(nodes.sayProduct(transaction, inputs.products(ids, product), false));
    nodes.noteUses(transaction, wanted);
    nodes.noteUsesOf(transaction, renamed);
    if (outcome == SaveOutcome.UNCHANGED && !joined) {
      return outcome;
    }
    changes.record(
        transaction,
        Stream.concat(Stream.of(inputs.node()), ids.fresh().stream())
            .distinct()
            .map(TraceChange::of)
            .toList());
    return outcome == SaveOutcome.UNCHANGED ? SaveOutcome.CHANGED : outcome;
  }

  /** Returns whether anything is otherwise now. */
  private boolean join(Queries transaction, long node, List<Consumption> wanted) {
    List<Consumption> fresh = new ArrayList<>(wanted);
    List<Long> gone = new ArrayList<>();
    for (StandingConsumption one : consumptions.saidDirectly(transaction, node)) {
      if (!fresh.remove(one.said())) {
        gone.add(one.id());
      }
    }
    Instant now = clock.instant();
    consumptions.withdraw(transaction, gone, now);
    consumptions.add(transaction, fresh, now);
    return !fresh.isEmpty() || !gone.isEmpty();
  }

  private static Instant asRead(Instant moment) {
    return moment == null ? null : Json.asRead(moment);
  }
}
