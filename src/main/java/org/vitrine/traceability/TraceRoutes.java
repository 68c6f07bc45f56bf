package org.vitrine.traceability;

import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Lots and pieces over HTTP, for the house. */
final class TraceRoutes implements Routes {
  private final Traces traces;
  private final Guards guards;

  TraceRoutes(Traces traces, Guards guards) {
    this.traces = traces;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers = guards.may(Permission.READ_TRACES);
    Endpoint.Guard keepers = guards.may(Permission.KEEP_TRACES);
    return List.of(
        Routes.put("/api/lots/:code", keepers, this::saveLot),
        Routes.get("/api/lots/:code/tree", readers, this::lotTree),
        Routes.put("/api/pieces/:serial", keepers, this::savePiece),
        Routes.get("/api/pieces/:serial/tree", readers, this::pieceTree));
  }

  /** What became of a lot or a piece that was sent. */
  record SavedNode(NodeKind kind, String code, SaveOutcome outcome) {}

  private void saveLot(Exchange exchange) {
    exchange.onlyQueries();
    TraceCode code = new TraceCode(exchange.path("code"));
    reply(exchange, NodeKind.LOT, code, traces.save(code, exchange.body(SaveLot.class)));
  }

  private void savePiece(Exchange exchange) {
    exchange.onlyQueries();
    TraceCode serial = TraceCode.of("serial", exchange.path("serial"));
    reply(exchange, NodeKind.PIECE, serial, traces.save(serial, exchange.body(SavePiece.class)));
  }

  private static void reply(Exchange exchange, NodeKind kind, TraceCode code, SaveOutcome outcome) {
    exchange.reply(
        outcome == SaveOutcome.CREATED ? 201 : 200, new SavedNode(kind, code.value(), outcome));
  }

  private void lotTree(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(traces.tree(NodeName.lot(new TraceCode(exchange.path("code")))));
  }

  private void pieceTree(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(traces.tree(NodeName.piece(TraceCode.of("serial", exchange.path("serial")))));
  }
}
