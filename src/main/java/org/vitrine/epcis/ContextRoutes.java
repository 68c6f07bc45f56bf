package org.vitrine.epcis;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.vitrine.access.Guards;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/**
 * JSON-LD contexts that come with the program: what our extension means, and the standard's words
 * for whoever reads our events without a way to ref.gs1.org.
 */
final class ContextRoutes implements Routes {
  private final Guards guards;
  private final Supplier<URI> house;
  private final String standard = bundled("epcis-context.jsonld");
  private final String own = bundled("vitrine-context.jsonld");

  ContextRoutes(Guards guards, Supplier<URI> house) {
    this.guards = guards;
    this.house = house;
  }

  private static String bundled(String name) {
    try (InputStream file = ContextRoutes.class.getResourceAsStream("/epcis/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get(
            "/epcis/contexts/epcis-context.jsonld",
            guards.anyone(),
            exchange -> reply(exchange, standard)),
        Routes.get("/epcis/contexts/vitrine", guards.anyone(), this::own));
  }

  private void own(Exchange exchange) {
    String address = house.get().toString().replaceFirst("/$", "");
    reply(exchange, own.replace("{house}", address));
  }

  private static void reply(Exchange exchange, String context) {
    exchange.onlyQueries();
    exchange.replyBytes(200, "application/ld+json", Buffer.buffer(context));
  }
}
