package org.vitrine.intake;

import java.time.Clock;
import java.time.ZoneId;
import org.vitrine.access.Audit;
import org.vitrine.companies.Companies;
import org.vitrine.orders.Orders;
import org.vitrine.orders.Shipments;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.production.Reports;
import org.vitrine.production.Routings;

/** Where an import writes what it has read. */
public record Targets(
    Companies companies, Routings routings, Orders orders, Shipments shipments, Reports reports) {

  /** Doors onto a rehearsal, of which nobody hears. */
  static Targets rehearsing(Database rehearsal, Clock clock, ZoneId plantZone) {
    Changes silent = new Changes();
    Companies companies = new Companies(rehearsal, silent, clock);
    Routings routings = new Routings(rehearsal, silent, new Audit(rehearsal, clock), clock);
    return new Targets(
        companies,
        routings,
        new Orders(rehearsal, companies, routings, silent, clock),
        new Shipments(rehearsal, silent, clock, plantZone),
        new Reports(rehearsal, new OrderSnapshots(rehearsal), silent, clock));
  }
}
