package org.vitrine.orders;

import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;

/** Takes back in PostgreSQL what an import did, by the owner's narrow functions (V120). */
final class RestorationRepository {
  private static final String LOCK =
      """
      SELECT company_id, version
        FROM orders
       WHERE id = $1
         FOR UPDATE\
      """;

  private static final String REMOVE =
      """
      SELECT take_back_order($1, $2) AS reason\
      """;

  private static final String TAKE_REPORTS =
      """
      SELECT take_back_reports($1, $2) AS reason\
      """;

  /** Whose an order is, and its version. */
  record LockedOrder(CompanyId company, long version) {}

  Optional<LockedOrder> lock(Queries transaction, OrderId order) {
    return transaction.findOne(
        "restoration.lock",
        LOCK,
        row -> new LockedOrder(new CompanyId(row.getLong("company_id")), row.getLong("version")),
        order.value());
  }

  /** Takes an order away; says why where it is left. */
  Optional<String> remove(Queries transaction, long run, OrderId order) {
    return reason(transaction, "restoration.remove", REMOVE, run, order);
  }

  /** Takes the reports of an import back; says why where they are left. */
  Optional<String> takeReports(Queries transaction, long run, OrderId order) {
    return reason(transaction, "restoration.take_reports", TAKE_REPORTS, run, order);
  }

  private static Optional<String> reason(
      Queries transaction, String name, String sql, long run, OrderId order) {
    List<Optional<String>> said =
        transaction.find(
            name, sql, row -> Optional.ofNullable(row.getString("reason")), run, order.value());
    return said.getFirst();
  }
}
