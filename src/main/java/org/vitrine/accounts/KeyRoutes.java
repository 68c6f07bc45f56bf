package org.vitrine.accounts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;

/** Integrators' keys over HTTP. */
public final class KeyRoutes implements Routes {
  private static final int USUAL_OVERLAP_HOURS = 24;

  private final Keys keys;
  private final Access access;
  private final Gates gates;
  private final Idempotency idempotency;

  public KeyRoutes(Keys keys, Access access, Gates gates, Idempotency idempotency) {
    this.keys = keys;
    this.access = access;
    this.gates = gates;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Gate administrators = gates.people(Role.ADMINISTRATOR);
    return List.of(
        Routes.get("/api/keys", administrators, this::list),
        idempotency.once(Routes.post("/api/keys", administrators, this::create)),
        idempotency.once(Routes.post("/api/keys/:id/rotation", administrators, this::rotate)),
        Routes.delete("/api/keys/:id", administrators, this::revoke));
  }

  /** A key that is wanted. */
  public record Create(String name, Set<Scope> scopes) {}

  /** For how many hours the old secret works on; 24 where nothing is said. */
  public record Rotate(Integer overlapHours) {}

  /** A secret, shown this once. */
  record Made(long id, String key) {}

  private void list(Exchange exchange) {
    exchange.response().putHeader("Cache-Control", "no-store");
    exchange.reply(Map.of("keys", keys.all()));
  }

  private void create(Exchange exchange) {
    Create wanted = exchange.body(Create.class);
    gates.requireRecentProof(exchange);
    if (wanted.scopes() != null && wanted.scopes().contains(null)) {
      throw new Rejection.Invalid("scopes", "A scope is reports, orders or read");
    }
    reply(exchange, keys.create(wanted.name(), wanted.scopes(), gates.actor(exchange)));
  }

  private void rotate(Exchange exchange) {
    Integer hours = exchange.bodyOr(new Rotate(null), Rotate.class).overlapHours();
    gates.requireRecentProof(exchange);
    Duration overlap = Duration.ofHours(hours == null ? USUAL_OVERLAP_HOURS : hours);
    reply(exchange, keys.rotate(exchange.id("id"), overlap, gates.actor(exchange)));
  }

  private static void reply(Exchange exchange, Keys.Made made) {
    exchange.response().putHeader("Cache-Control", "no-store");
    exchange.reply(201, new Made(made.id(), made.token().text()));
  }

  private void revoke(Exchange exchange) {
    keys.revoke(exchange.id("id"), gates.actor(exchange));
    access.forgetCallers();
    exchange.replyEmpty();
  }
}
