package org.vitrine.tracking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.accounts.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.json.Json;

/** One order at one version, ready to be shown to any audience: what the live path works with. */
public final class View {
  private static final Logger LOG = LoggerFactory.getLogger(View.class);

  private final Standing standing;

  View(Standing standing) {
    this.standing = standing;
  }

  /**
   * What is made of it; nothing where that fails, as the log then says: one order that cannot be
   * shown must not hold up the others.
   */
  public <T> Optional<T> shown(Function<View, T> as) {
    try {
      return Optional.ofNullable(as.apply(this));
    } catch (RuntimeException fault) {
      LOG.error("Order {} cannot be shown", order().value(), fault);
      return Optional.empty();
    }
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
