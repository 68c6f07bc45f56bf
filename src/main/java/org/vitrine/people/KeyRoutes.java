package org.vitrine.people;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.access.Guards;
import org.vitrine.access.Keys;
import org.vitrine.access.Permission;
import org.vitrine.access.Scope;
import org.vitrine.access.Sessions;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;

/** Integrators' keys over HTTP. */
public final class KeyRoutes implements Routes {
  private static final int USUAL_OVERLAP_HOURS = 24;

  private final Keys keys;
  private final Sessions sessions;
  private final Guards guards;
  private final Idempotency idempotency;

  public KeyRoutes(Keys keys, Sessions sessions, Guards guards, Idempotency idempotency) {
    this.keys = keys;
    this.sessions = sessions;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard administrators = guards.may(Permission.MANAGE_KEYS);
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
  record MadeKey(long id, String key) {}

  private void list(Exchange exchange) {
    exchange.reply(Map.of("keys", keys.all()));
  }

  private void create(Exchange exchange) {
    Create wanted = exchange.body(Create.class);
    guards.requireRecentProof(exchange);
    if (wanted.scopes() != null && wanted.scopes().contains(null)) {
      throw new Rejection.Invalid("scopes", "A scope must be reports, orders or read");
    }
    reply(exchange, keys.create(wanted.name(), wanted.scopes(), guards.actor(exchange)));
  }

  private void rotate(Exchange exchange) {
    Integer hours = exchange.bodyOr(new Rotate(null), Rotate.class).overlapHours();
    guards.requireRecentProof(exchange);
    Duration overlap = Duration.ofHours(hours == null ? USUAL_OVERLAP_HOURS : hours);
    reply(exchange, keys.rotate(exchange.id("id"), overlap, guards.actor(exchange)));
  }

  private static void reply(Exchange exchange, Keys.NewKey made) {
    exchange.reply(201, new MadeKey(made.id(), made.token().text()));
  }

  private void revoke(Exchange exchange) {
    keys.revoke(exchange.id("id"), guards.actor(exchange));
    sessions.forgetCallers();
    exchange.replyEmpty();
  }
}
