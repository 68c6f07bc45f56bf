package org.vitrine.forecasting;

import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.QueryFailed;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSnapshots;

/** Keeps what was heard of orders since they were read last. */
final class HeardLines {
  private static final Logger LOG = LoggerFactory.getLogger(HeardLines.class);
  private static final int AT_ONCE = 100;
  private static final OrderId BEFORE_ALL = new OrderId(0);

  private final Database database;
  private final OrderSnapshots snapshots;
  private final PastLineRepository lines = new PastLineRepository();

  HeardLines(Database database, OrderSnapshots snapshots) {
    this.database = database;
    this.snapshots = snapshots;
  }

  /** Of all of which something was. */
  void readAll() {
    List<OrderId> behind;
    OrderId last = BEFORE_ALL;
    do {
      behind = lines.behind(database, last, AT_ONCE);
      read(behind);
      last = behind.isEmpty() ? last : behind.getLast();
    } while (behind.size() == AT_ONCE);
  }

  /** Of these, as far as nobody has read it before. */
  void readOf(Collection<OrderId> orders) {
    read(lines.behind(database, orders));
  }

  /** One order that cannot be read must not hold up the others. */
  private void read(List<OrderId> orders) {
    if (orders.isEmpty()) {
      return;
    }
    try {
      List<OrderSnapshot> read = snapshots.newest(orders);
      database.inTransaction(
          transaction -> {
            lines.save(transaction, read);
            return null;
          });
    } catch (Rejection.Unavailable | QueryFailed away) {
      throw away;
    } catch (RuntimeException fault) {
      if (orders.size() == 1) {
        LOG.error("Nothing is learned from order {}", orders.getFirst().value(), fault);
      } else {
        orders.forEach(order -> read(List.of(order)));
      }
    }
  }
}
