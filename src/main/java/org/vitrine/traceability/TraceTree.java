package org.vitrine.traceability;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LocalizedText;

/**
 * What a lot or a piece was made of, and what was made of it: nodes and edges, each node once,
 * since a graph with merges would not end as a tree of trees.
 *
 * @param node the one that it is about, which is among the nodes
 * @param nodes those that are shown, the nearest first
 * @param edges what joins these
 * @param up all that went into it, at whatever depth, and how much of it is shown
 * @param down the same of what was made of it
 */
record TraceTree(
    long node,
    List<TreeNode> nodes,
    List<TreeEdge> edges,
    TreeExtent up,
    TreeExtent down,
    TreeGaps gaps) {

  /**
   * A lot, a supplier's lot or a piece.
   *
   * @param product absent where nobody said
   * @param making absent where nobody said
   * @param left absent of what did not leave
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record TreeNode(
      long id,
      NodeKind kind,
      String code,
      Optional<LocalizedText> product,
      Optional<String> revision,
      Optional<NodeMaking> making,
      Optional<NodeLeft> left,
      Depth depth) {

    TreeNode at(Depth other) {
      return new TreeNode(id, kind, code, product, revision, making, left, other);
    }
  }

  /**
   * How many steps away, on the shortest way.
   *
   * @param up absent of what did not go into the one that it is about
   * @param down absent of what was not made of it
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Depth(Optional<Integer> up, Optional<Integer> down) {
    static final Depth UNKNOWN = new Depth(Optional.empty(), Optional.empty());
  }

  /** For which order, where and when it was made. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record NodeMaking(
      Optional<String> order,
      Optional<Integer> line,
      Optional<String> stage,
      Optional<String> station,
      Optional<Instant> at,
      Optional<String> supplier,
      Optional<Amount> amount,
      Optional<String> unit) {
    boolean isKnown() {
      return order.isPresent()
          || station.isPresent()
          || at.isPresent()
          || supplier.isPresent()
          || amount.isPresent();
    }
  }

  /** To whom a piece left, and on which days where the plant is. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record NodeLeft(
      String company, String order, String shipment, LocalDate on, Optional<LocalDate> delivered) {}

  /** That one went into the other. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record TreeEdge(
      long output,
      long input,
      Optional<Amount> amount,
      Optional<String> unit,
      Optional<String> stage,
      Optional<String> station,
      Optional<Instant> at) {}

  /**
   * How far it goes.
   *
   * @param shown how many of all these are among the nodes; the rest are further away
   */
  record TreeExtent(long lots, long supplierLots, long pieces, long shown) {}

  /**
   * What is not known.
   *
   * @param missing what usually goes into what is above and is not recorded there
   * @param unknownLots how many lots may have been made of it though that is not recorded
   * @param unknownPieces the same of pieces
   */
  record TreeGaps(List<MissingInput> missing, long unknownLots, long unknownPieces) {}

  /**
   * What is not recorded.
   *
   * @param made the product that is made; absent where nobody said
   * @param used the product that usually goes into it; absent where nobody said which, and where
   *     nothing at all is recorded
   * @param anything whether anything is known to go into it
   * @param nodes in how many of what is above it is not recorded
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record MissingInput(
      Optional<LocalizedText> made, Optional<LocalizedText> used, boolean anything, long nodes) {}
}
