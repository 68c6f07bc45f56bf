package org.vitrine.gather.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** {@code GET /health} on loopback: 200 where all is well, 503 where not, and how it stands. */
public final class HealthPort implements AutoCloseable {
  private final HttpServer server;
  private final Health health;

  /** On port 0 it takes a free one. */
  public HealthPort(int port, Health health) throws IOException {
    this.health = health;
    this.server = bound(port);
    server.createContext("/health", this::answer);
    server.start();
  }

  private static HttpServer bound(int port) throws IOException {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 8);
    } catch (BindException taken) {
      throw new IOException("Port %d (health:) is taken by another program".formatted(port), taken);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = health.standing().toString().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(health.isFine() ? 200 : 503, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
