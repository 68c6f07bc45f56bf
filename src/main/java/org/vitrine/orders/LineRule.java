package org.vitrine.orders;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/**
 * What must hold of an order's lines before they are written. Production knows how things are made,
 * orders only ask. They ask inside of the transaction that writes the lines, and what was relied on
 * is held until it ends: if the routing changed in between, a requirement would be left without its
 * stage, and nobody would see it fail.
 */
public interface LineRule {

  /** Holds these routings as they are until the transaction ends, one after the other by code. */
  void hold(Queries transaction, Collection<String> routings);

  /** The same for what lines name; throws {@link Rejection.Invalid} naming the field of one. */
  void holdFor(Queries transaction, List<Line> lines);

  /**
   * Throws {@link Rejection.Invalid} naming the field where it does not hold of the lines that this
   * order is to have; it is locked, and what its lines are made by is held.
   */
  void require(Queries transaction, OrderId order, List<Line> lines);

  /** Those of these works that a stage has of the routing by which the line is made. */
  Set<ReportedWork> known(Queries transaction, Line line, Collection<ReportedWork> reported);
}
