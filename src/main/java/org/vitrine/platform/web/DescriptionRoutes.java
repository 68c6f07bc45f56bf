package org.vitrine.platform.web;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The description of the HTTP API (OpenAPI 3.1), for programs and for the page at /docs/api. */
public final class DescriptionRoutes implements Routes {
  private final Buffer description = read();

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/openapi.json", exchange -> {}, this::show).withShortcut(this::shown));
  }

  private boolean shown(Exchange exchange) {
    show(exchange);
    return true;
  }

  private void show(Exchange exchange) {
    exchange.response().putHeader("Cache-Control", "no-cache");
    exchange.replyBytes(200, "application/json", description);
  }

  private static Buffer read() {
    try (InputStream resource = DescriptionRoutes.class.getResourceAsStream("/openapi.json")) {
      return Buffer.buffer(resource.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
