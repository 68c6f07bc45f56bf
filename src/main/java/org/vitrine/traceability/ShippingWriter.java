package org.vitrine.traceability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.traceability.NodeRepository.NamedNodes;
import org.vitrine.traceability.ShippingRepository.LeftNode;
import org.vitrine.traceability.ShippingRepository.LeftUnits;

/** Writes which pieces and lots left with orders, as the shipments of these say it now. */
final class ShippingWriter {
  private final NodeRepository nodes = new NodeRepository();
  private final PassageRepository passages = new PassageRepository();
  private final ShippingRepository repository = new ShippingRepository();

  /** Returns the nodes of which something else is known now. */
  Set<Long> write(Queries transaction, Collection<OrderId> orders) {
    List<LeftUnits> left = repository.left(transaction, orders);
    NamedNodes ids = nodes.ensure(transaction, names(left));
    Set<Long> locked = new TreeSet<>(ids.ids().values());
    locked.addAll(repository.shippedWith(transaction, orders));
    nodes.lock(transaction, locked);
    Set<Long> touched = new TreeSet<>(ship(transaction, orders, locked));
    touched.addAll(repository.shipLots(transaction, orders, lots(left, ids)));
    return touched;
  }

  /** Each piece left with the newest shipment that names it, or did not leave. */
  private Set<Long> ship(Queries transaction, Collection<OrderId> orders, Set<Long> named) {
    Set<Long> touched = new TreeSet<>();
    List<LeftNode> pieces = repository.newest(transaction, named);
    if (!pieces.isEmpty()) {
      repository.know(transaction, pieces);
      touched.addAll(repository.ship(transaction, pieces));
    }
    List<Long> back =
        repository.bringBack(transaction, orders, pieces.stream().map(LeftNode::node).toList());
    passages.settle(transaction, back);
    touched.addAll(back);
    return touched;
  }

  private static Set<NodeName> names(List<LeftUnits> left) {
    Set<NodeName> names = new HashSet<>();
    for (LeftUnits units : left) {
      units.serials().forEach(serial -> names.add(NodeName.piece(new TraceCode(serial))));
      units.lots().forEach(lot -> names.add(NodeName.lot(new TraceCode(lot))));
    }
    return names;
  }

  private static List<LeftNode> lots(List<LeftUnits> left, NamedNodes ids) {
    List<LeftNode> lots = new ArrayList<>();
    for (LeftUnits units : left) {
      units
          .lots()
          .forEach(lot -> lots.add(new LeftNode(ids.id(NodeName.lot(new TraceCode(lot))), units)));
    }
    return lots;
  }
}
