package org.vitrine.intake;

import java.time.Clock;
import org.vitrine.accounts.Companies;
import org.vitrine.orders.Bell;
import org.vitrine.orders.Orders;
import org.vitrine.platform.database.Database;
import org.vitrine.production.Dossiers;
import org.vitrine.production.Reports;
import org.vitrine.production.Routings;

/** The doors that what was read goes through. */
public record Doors(Companies companies, Routings routings, Orders orders, Reports reports) {

  /** Doors onto a rehearsal, whose bell wakes nobody. */
  static Doors rehearsing(Database rehearsal, Clock clock) {
    Bell silent = new Bell();
    Companies companies = new Companies(rehearsal, clock);
    Routings routings = new Routings(rehearsal, silent, clock);
    return new Doors(
        companies,
        routings,
        new Orders(rehearsal, companies, routings, silent, clock),
        new Reports(rehearsal, new Dossiers(rehearsal), silent, clock));
  }
}
