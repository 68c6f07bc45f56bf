package org.vitrine.production;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.accounts.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Database;

/** The door to everything there is about orders. */
public final class Dossiers {
  private final Database database;
  private final DossierRepository repository = new DossierRepository();

  public Dossiers(Database database) {
    this.database = database;
  }

  /** The orders that exist among these, each in full, all of one snapshot. */
  public List<Dossier> read(Collection<OrderId> orders) {
    return read(Optional.empty(), orders);
  }

  /** The same on behalf of a company: what is not its own is not there. */
  public List<Dossier> read(Optional<CompanyId> company, Collection<OrderId> orders) {
    return orders.isEmpty()
        ? List.of()
        : database.onBehalfOf(
            company.map(CompanyId::value), queries -> repository.read(queries, company, orders));
  }
}
