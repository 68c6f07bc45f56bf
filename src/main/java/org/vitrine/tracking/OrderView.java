package org.vitrine.tracking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderSummary;

/** One order at one version, from which the page or row of any audience is made. */
public final class OrderView {
  private static final Logger LOG = LoggerFactory.getLogger(OrderView.class);

  private final OrderSummary summary;
  private final AgreedViews views;

  OrderView(OrderSummary summary, AgreedViews views) {
    this.summary = summary;
    this.views = views;
  }

  /** What this audience sees of this order's stages; the house sees all. */
  static ShownPart shown(OrderSummary summary, Audience audience, AgreedViews views) {
    return audience instanceof Audience.Staff
        ? ShownPart.ALL
        : views.of(summary.snapshot().company());
  }

  /**
   * What is made of it; nothing where that fails, as the log then says: one order that cannot be
   * shown must not hold up the others.
   */
  public <T> Optional<T> shown(Function<OrderView, T> as) {
    try {
      return Optional.ofNullable(as.apply(this));
    } catch (RuntimeException fault) {
      LOG.error("Cannot show order {}", order().value(), fault);
      return Optional.empty();
    }
  }

  public OrderId order() {
    return summary.snapshot().order().id();
  }

  public CompanyId company() {
    return summary.snapshot().company().id();
  }

  public String number() {
    return summary.snapshot().order().number().value();
  }

  public long version() {
    return summary.snapshot().order().version();
  }

  public boolean inFlight() {
    return summary.state().inFlight();
  }

  public ObjectNode page(Audience audience) {
    return (ObjectNode)
        Json.tree(StatusPages.page(summary, audience, shown(summary, audience, views)));
  }

  public ObjectNode row(Audience audience) {
    return (ObjectNode) Json.tree(OrderRow.of(summary, audience, shown(summary, audience, views)));
  }

  /** Whether this audience sees this stage of a line now. */
  public boolean shows(int line, String stage, Audience audience) {
    ShownPart part = shown(summary, audience, views);
    return Optional.ofNullable(summary.lines().get(line)).stream()
        .flatMap(progress -> progress.stages().stream())
        .filter(one -> one.stage().code().equals(stage))
        .anyMatch(part::shows);
  }

  public Map<String, OrderRow.StageHead> stages(Audience audience) {
    return OrderRow.stages(summary, shown(summary, audience, views));
  }
}
