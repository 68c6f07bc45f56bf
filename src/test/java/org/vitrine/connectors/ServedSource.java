package org.vitrine.connectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A pretended system that can be reached over the network, and what it was shown as a key. */
public final class ServedSource implements AutoCloseable {
  private final PretendedSource source;
  private final HttpServer server;
  private final List<String> keys = new CopyOnWriteArrayList<>();

  ServedSource(PretendedSource source) {
    this.source = source;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** An ERPNext with so many orders of one company. */
  public static ServedSource erpNext(int orders, String company) {
    PretendedSource source = new PretendedSource(SourceKind.ERPNEXT, Clock.systemUTC(), 50);
    for (long id = 1; id <= orders; id++) {
      source
          .things()
          .put(
              id,
              new SoldThing(
                  id,
                  "%s-%d".formatted(company.toUpperCase(Locale.ROOT), id),
                  company,
                  "R" + id,
                  List.of(20),
                  Instant.now()));
    }
    return new ServedSource(source);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
          .or(() -> Optional.ofNullable(exchange.getRequestHeaders().getFirst("DOLAPIKEY")))
          .ifPresent(keys::add);
      Map<String, String> headers = new HashMap<>();
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Optional.ofNullable(headers.get("If-none-match"))
          .ifPresent(tag -> headers.put("If-None-Match", tag));
      SourceReply reply =
          source.ask(
              new SourceQuestion(
                  exchange.getRequestMethod(),
                  URI.create(address()).resolve(exchange.getRequestURI()),
                  headers,
                  Optional.of(body).filter(text -> !text.isEmpty())));
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(
          reply.status(), reply.status() == Asker.NOT_MODIFIED ? -1 : reply.body().length);
      exchange.getResponseBody().write(reply.body());
    }
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  SourceSettings settings() {
    SourceSettings own = source.settings();
    return new SourceSettings(
        own.kind(),
        own.kind() == SourceKind.CSV ? address() + "/orders.csv" : address(),
        own.resource(),
        own.filter(),
        own.fields(),
        own.shape(),
        own.access(),
        own.paging());
  }

  List<String> keys() {
    return keys;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
