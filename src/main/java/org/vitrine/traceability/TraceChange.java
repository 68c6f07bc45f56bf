package org.vitrine.traceability;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.changes.Change;

/**
 * What other rooms hear of lots and pieces: that one was made, left, went back or is known
 * otherwise; under the kind of the node, by its code as codes are compared.
 */
public final class TraceChange {
  /** Of a piece; its key is the serial. */
  public static final String PIECE = "piece";

  /** Of a lot. */
  public static final String LOT = "lot";

  private TraceChange() {}

  static Change of(NodeName node) {
    return of(node, Optional.empty());
  }

  static Change of(NodeName node, Optional<CompanyId> company) {
    return new Change(
        node.kind() == NodeKind.PIECE ? PIECE : LOT, node.key(), 0, company.map(CompanyId::value));
  }
}
