package org.vitrine.traceability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.Consumed;
import org.vitrine.traceability.MadeRepository.MadeReport;
import org.vitrine.traceability.PassageRepository.Passage;
import org.vitrine.traceability.PassageRepository.SaidOf;

/**
 * Writes what reports say was made and of what, in the place of what these reports said before.
 * What went in, went into the lot; where no lot is named, into each of the serials.
 */
final class MadeWriter {
  private final NodeRepository nodes = new NodeRepository();
  private final PassageRepository passages = new PassageRepository();
  private final ConsumptionRepository consumptions = new ConsumptionRepository();

  /** Returns the nodes of which something else is known now. */
  Set<Long> write(Queries transaction, List<MadeReport> reports, Instant now) {
    List<OrderVersion> events = reports.stream().map(MadeReport::event).toList();
    Set<Long> touched = new TreeSet<>(passages.remove(transaction, events));
    consumptions.withdrawSaid(transaction, events, now);
    List<MadeReport> counting = reports.stream().filter(MadeReport::counts).toList();
    if (!counting.isEmpty()) {
      touched.addAll(write(transaction, new MadeGraph(transaction, counting), now));
    }
    passages.settle(transaction, touched);
    return touched;
  }

  private Set<Long> write(Queries transaction, MadeGraph graph, Instant now) {
    nodes.lock(transaction, graph.ids.values());
    passages.know(transaction, NodeKind.LOT, List.copyOf(graph.lots.values()));
    passages.know(transaction, NodeKind.PIECE, List.copyOf(graph.pieces.values()));
    passages.add(transaction, graph.passages);
    consumptions.add(transaction, graph.consumptions, now);
    nodes.sayMaterial(transaction, graph.made, false);
    nodes.sayMaterial(transaction, graph.used, false);
    nodes.noteUses(transaction, graph.ids.values());
    Set<Long> made = new HashSet<>(graph.lots.keySet());
    made.addAll(graph.pieces.keySet());
    return made;
  }

  /** What several reports say together. */
  private final class MadeGraph {
    private final Map<NodeName, Long> ids;
    private final Map<Long, SaidOf> lots = new LinkedHashMap<>();
    private final Map<Long, SaidOf> pieces = new LinkedHashMap<>();
    private final Map<Long, String> made = new HashMap<>();
    private final Map<Long, String> used = new HashMap<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<Consumption> consumptions = new ArrayList<>();

    private MadeGraph(Queries transaction, List<MadeReport> reports) {
      Set<NodeName> names = new HashSet<>();
      reports.forEach(report -> names.addAll(names(report)));
      this.ids = nodes.ensure(transaction, names);
      reports.forEach(this::add);
    }

    private void add(MadeReport report) {
      lot(report).ifPresent(lot -> makes(report, ids.get(lot), lots));
      for (NodeName piece : pieces(report)) {
        makes(report, ids.get(piece), pieces);
        lot(report).ifPresent(lot -> ofLot(report, ids.get(piece), ids.get(lot)));
      }
      List<NodeName> outputs = lot(report).map(List::of).orElseGet(() -> pieces(report));
      report
          .made()
          .from()
          .forEach(one -> outputs.forEach(made -> uses(report, made, one, outputs)));
    }

    private void makes(MadeReport report, long node, Map<Long, SaidOf> known) {
      known.putIfAbsent(
          node, new SaidOf(node, report.product(), Optional.ofNullable(report.made().revision())));
      made.merge(node, Material.of(report.product().orElse(null)), MadeGraph::firstKnown);
      passages.add(new Passage(report.event(), node, report.line(), report.spot()));
    }

    private void ofLot(MadeReport report, long piece, long lot) {
      consumptions.add(
          Consumption.uncounted(piece, lot, report.spot(), Optional.of(report.event())));
    }

    private void uses(MadeReport report, NodeName made, Consumed one, List<NodeName> outputs) {
      long output = ids.get(made);
      long input = ids.get(NodeName.of(one));
      used.merge(input, Material.of(one.product()), MadeGraph::firstKnown);
      Optional<OrderVersion> by = Optional.of(report.event());
      consumptions.add(
          outputs.size() == 1
              ? Consumption.of(output, input, one, report.spot(), by)
              : Consumption.uncounted(output, input, report.spot(), by));
    }

    private static String firstKnown(String one, String other) {
      return one.isEmpty() ? other : one;
    }
  }

  private static Set<NodeName> names(MadeReport report) {
    Set<NodeName> names = new HashSet<>(pieces(report));
    lot(report).ifPresent(names::add);
    report.made().from().forEach(one -> names.add(NodeName.of(one)));
    return names;
  }

  private static Optional<NodeName> lot(MadeReport report) {
    return Optional.ofNullable(report.made().lot()).map(code -> NodeName.lot(new TraceCode(code)));
  }

  private static List<NodeName> pieces(MadeReport report) {
    return report.made().serials().stream()
        .map(serial -> NodeName.piece(new TraceCode(serial)))
        .toList();
  }
}
