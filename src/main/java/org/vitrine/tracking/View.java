package org.vitrine.tracking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.vitrine.accounts.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.json.Json;

/** One order at one version, ready to be shown to any audience: what the live path works with. */
public final class View {
  private final Standing standing;

  View(Standing standing) {
    this.standing = standing;
  }

  public OrderId order() {
    return standing.dossier().order().id();
  }

  public CompanyId company() {
    return standing.dossier().company().id();
  }

  public String number() {
    return standing.dossier().order().number().value();
  }

  public long version() {
    return standing.dossier().order().version();
  }

  public boolean inFlight() {
    return standing.state().inFlight();
  }

  public ObjectNode page(Audience audience) {
    return (ObjectNode) Json.tree(StatusPages.page(standing, audience));
  }

  public ObjectNode row(Audience audience) {
    return (ObjectNode) Json.tree(OrderRow.of(standing, audience));
  }

  public Map<String, OrderRow.StageHead> stages() {
    return OrderRow.stages(standing);
  }
}
