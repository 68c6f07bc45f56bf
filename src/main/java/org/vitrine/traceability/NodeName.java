package org.vitrine.traceability;

import java.util.Comparator;
import org.vitrine.production.Consumed;

/** A lot or a piece as somebody calls it; two are the same in whatever letters. */
record NodeName(NodeKind kind, TraceCode code) {
  /** In which order several are written, so that nobody waits for each other. */
  static final Comparator<NodeName> IN_ORDER =
      Comparator.comparing(NodeName::kind).thenComparing(NodeName::key);

  static NodeName lot(TraceCode code) {
    return new NodeName(NodeKind.LOT, code);
  }

  static NodeName piece(TraceCode serial) {
    return new NodeName(NodeKind.PIECE, serial);
  }

  static NodeName of(Consumed one) {
    NodeKind kind =
        one.lot() != null
            ? NodeKind.LOT
            : one.serial() != null ? NodeKind.PIECE : NodeKind.SUPPLIER_LOT;
    return new NodeName(kind, new TraceCode(one.code()));
  }

  String key() {
    return code.key();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NodeName name && name.kind == kind && name.key().equals(key());
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + key().hashCode();
  }
}
