package org.vitrine.production;

import java.util.Collection;
import java.util.List;
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
    return orders.isEmpty() ? List.of() : repository.read(database, orders);
  }

  /** The same behind the second wall: only what belongs to this company. */
  public List<Dossier> readOwn(CompanyId company, Collection<OrderId> orders) {
    return database.asCompany(company.value(), queries -> repository.read(queries, orders));
  }
}
