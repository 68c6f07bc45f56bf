package org.vitrine.delays;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.access.Role;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.DelayChange;
import org.vitrine.people.Colleagues;
import org.vitrine.people.Colleagues.HouseMember;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** Tells other rooms, and open pages, what becomes of lines at risk. */
final class RiskNews {
  private final Changes changes;
  private final Colleagues colleagues = new Colleagues();

  RiskNews(Changes changes) {
    this.changes = changes;
  }

  void tell(Queries transaction, DelayRisk risk, String happened) {
    ObjectNode facts = Json.object().put("promised", risk.promised().toString());
    facts.put("chance", risk.chance()).put("due", risk.clock().due().toString());
    ArrayNode people = facts.putArray("people");
    people(transaction, risk.order().company(), happened.equals("overdue")).forEach(people::add);
    changes.record(
        transaction,
        List.of(
            new DelayChange(
                    DelayChange.RISK,
                    risk.id().text(),
                    risk.order().company(),
                    risk.order().id(),
                    risk.order().number(),
                    List.of(risk.line()),
                    happened,
                    facts)
                .asChange()));
  }

  /** Who looks after the company; those who run the house where nobody does, or too late. */
  private Set<Long> people(Queries queries, CompanyId company, boolean tooLate) {
    Set<Long> people = new LinkedHashSet<>();
    colleagues.managersOf(queries, company).stream().map(HouseMember::id).forEach(people::add);
    if (people.isEmpty() || tooLate) {
      colleagues.inRole(queries, Role.ADMINISTRATOR).stream()
          .map(HouseMember::id)
          .forEach(people::add);
    }
    return people;
  }
}
