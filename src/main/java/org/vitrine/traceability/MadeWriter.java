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
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.Consumed;
import org.vitrine.traceability.MadeRepository.MadeReport;
import org.vitrine.traceability.NodeRepository.NamedNodes;
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
    List<MadeReport> counting = reports.stream().filter(MadeReport::counts).toList();
    MadeGraph graph = new MadeGraph(transaction, counting);
    touched.addAll(graph.lots.keySet());
    touched.addAll(graph.pieces.keySet());
    nodes.lock(transaction, touched);
    consumptions.withdrawSaid(transaction, events, now);
    write(transaction, graph, now);
    passages.settle(transaction, touched);
    graph.ids.fresh().forEach(name -> touched.add(graph.ids.id(name)));
    return touched;
  }

  private void write(Queries transaction, MadeGraph graph, Instant now) {
    passages.know(transaction, NodeKind.LOT, List.copyOf(graph.lots.values()));
    passages.know(transaction, NodeKind.PIECE, List.copyOf(graph.pieces.values()));
    passages.add(transaction, graph.passages);
    consumptions.add(transaction, graph.consumptions, now);
    Set<Long> renamed = new HashSet<>(nodes.sayProduct(transaction, graph.made, false));
    renamed.addAll(nodes.sayProduct(transaction, graph.used, false));
    nodes.noteUses(transaction, graph.consumptions);
    nodes.noteUsesOf(transaction, renamed);
  }

  /** What several reports say together. */
  private final class MadeGraph {
    private final NamedNodes ids;
    private final Map<Long, SaidOf> lots = new LinkedHashMap<>();
    private final Map<Long, SaidOf> pieces = new LinkedHashMap<>();
    private final Map<Long, LocalizedText> made = new HashMap<>();
    private final Map<Long, LocalizedText> used = new HashMap<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<Consumption> consumptions = new ArrayList<>();

    private MadeGraph(Queries transaction, List<MadeReport> reports) {
      Set<NodeName> names = new HashSet<>();
      reports.forEach(report -> names.addAll(names(report)));
      this.ids = nodes.ensure(transaction, names);
      reports.forEach(this::add);
    }

    private void add(MadeReport report) {
      lot(report).ifPresent(lot -> makes(report, ids.id(lot), lots));
      for (NodeName piece : pieces(report)) {
        makes(report, ids.id(piece), pieces);
        lot(report).ifPresent(lot -> ofLot(report, ids.id(piece), ids.id(lot)));
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
      report.product().ifPresent(product -> made.putIfAbsent(node, product));
      passages.add(new Passage(report.event(), node, report.line(), report.spot()));
    }

    private void ofLot(MadeReport report, long piece, long lot) {
      consumptions.add(
          Consumption.uncounted(piece, lot, report.spot(), Optional.of(report.event())));
    }

    private void uses(MadeReport report, NodeName made, Consumed one, List<NodeName> outputs) {
      long output = ids.id(made);
      long input = ids.id(NodeName.of(one));
      if (one.product() != null) {
        used.putIfAbsent(input, one.product());
      }
      Optional<OrderVersion> by = Optional.of(report.event());
      consumptions.add(
          outputs.size() == 1
              ? Consumption.of(output, input, one, report.spot(), by)
              : Consumption.uncounted(output, input, report.spot(), by));
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
