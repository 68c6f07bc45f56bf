package org.vitrine.notices;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.access.Token;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.platform.webroot.Webroot;

/** Devices on which somebody wants to be told, and the worker that shows notices there. */
final class PushRoutes implements Routes {
  private static final String WORKER = "notices/worker.js";

  private final PushDevices devices;
  private final Guards guards;
  private final Buffer worker = Buffer.buffer(Webroot.files().get(WORKER));

  PushRoutes(PushDevices devices, Guards guards) {
    this.devices = devices;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard everybody = guards.may(Permission.KEEP_NOTICES);
    return List.of(
        Routes.get("/api/notices/devices", everybody, this::list),
        Routes.post("/api/notices/devices", everybody, this::add),
        Routes.delete("/api/notices/devices/:id", everybody, this::remove),
        Routes.get("/" + WORKER, guards.anyone(), this::worker));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(devices.of(exchange.caller(Caller.SignedIn.class).id(), session(exchange)));
  }

  private void add(Exchange exchange) {
    PushDevices.Subscribe wanted = exchange.body(PushDevices.Subscribe.class);
    long id =
        devices.add(
            exchange.caller(Caller.SignedIn.class).id(),
            session(exchange),
            wanted,
            Guards.from(exchange).device());
    exchange.reply(201, Map.of("id", id));
  }

  private Token session(Exchange exchange) {
    return guards.session(exchange).orElseThrow();
  }

  private void remove(Exchange exchange) {
    devices.remove(exchange.caller(Caller.SignedIn.class).id(), exchange.id("id"));
    exchange.replyEmpty();
  }

  /** At an address that stays: a browser asks there whether it has changed. It fetches nothing. */
  private void worker(Exchange exchange) {
    exchange.response().putHeader("Cache-Control", "no-cache");
    exchange.replyBytes(200, "text/javascript; charset=utf-8", worker);
  }
}
