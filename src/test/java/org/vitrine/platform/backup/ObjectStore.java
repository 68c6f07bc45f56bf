package org.vitrine.platform.backup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * A store as the S3 API Reference describes one: it checks who asks, keeps an object once its
 * upload is completed, and lists two keys at a time. What it is told to answer with comes first.
 */
final class ObjectStore implements AutoCloseable {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
  private static final int KEYS_AT_ONCE = 2;

  final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
  final Map<String, Map<Integer, byte[]>> uploads = new ConcurrentHashMap<>();

  /** What befalls the next requests: a status, or 0 for a connection that ends. */
  final Queue<Integer> faults = new ConcurrentLinkedQueue<>();

  private final HttpServer server;
  private final BucketSettings settings;

  ObjectStore() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    settings =
        new BucketSettings(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
            "eu-test-1",
            "AKTEST",
            "a secret/of+this=test");
  }

  BucketSettings settings() {
    return settings;
  }

  BucketPlace place(java.time.Clock clock) {
    return new BucketPlace(
        new Bucket("house", settings, clock, Duration.ofMillis(1)), "vit rine/plant~1/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Integer fault = faults.poll();
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (fault != null) {
        if (fault > 0) {
          reply(exchange, fault, "<Error><Code>Slow</Code><Message>Slow down</Message></Error>");
        }
        return;
      }
      if (!isSigned(exchange, body)) {
        reply(exchange, 403, "<Error><Message>The signature does not match</Message></Error>");
        return;
      }
      route(exchange, body);
    }
  }

  private boolean isSigned(HttpExchange exchange, byte[] body) {
    Instant at =
        LocalDateTime.parse(exchange.getRequestHeaders().getFirst("x-amz-date"), MOMENT)
            .toInstant(ZoneOffset.UTC);
    return new RequestSignature(settings, at)
        .headers(
            exchange.getRequestMethod(),
            URI.create(settings.endpoint() + exchange.getRequestURI().toString()),
            Map.of(),
            body)
        .get("authorization")
        .equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private void route(HttpExchange exchange, byte[] body) throws IOException {
    String key = exchange.getRequestURI().getPath().replaceFirst("^/house/?", "");
    Map<String, String> query = query(exchange.getRequestURI());
    String upload = query.getOrDefault("uploadId", "");
    switch (exchange.getRequestMethod()) {
      case "GET" -> {
        if (key.isEmpty()) {
          reply(exchange, 200, listing(query.get("prefix"), query.get("continuation-token")));
        } else if (objects.containsKey(key)) {
          exchange.sendResponseHeaders(200, objects.get(key).length);
          exchange.getResponseBody().write(objects.get(key));
        } else {
          reply(exchange, 404, "<Error><Message>The key does not exist</Message></Error>");
        }
      }
      case "POST" -> {
        if (query.containsKey("uploads")) {
          String id = "upload/" + (uploads.size() + 1);
          uploads.put(id, new TreeMap<>());
          reply(exchange, 200, "<Result><UploadId>" + id + "</UploadId></Result>");
        } else {
          ByteArrayOutputStream whole = new ByteArrayOutputStream();
          for (byte[] part : uploads.remove(upload).values()) {
            whole.write(part);
          }
          objects.put(key, whole.toByteArray());
          reply(exchange, 200, "<CompleteMultipartUploadResult/>");
        }
      }
      case "PUT" -> {
        uploads.get(upload).put(Integer.valueOf(query.get("partNumber")), body);
        exchange.getResponseHeaders().add("ETag", "\"" + Arrays.hashCode(body) + "\"");
        exchange.sendResponseHeaders(200, -1);
      }
      default -> {
        if (upload.isEmpty()) {
          objects.remove(key);
        } else {
          uploads.remove(upload);
        }
        exchange.sendResponseHeaders(204, -1);
      }
    }
  }

  private String listing(String prefix, String after) {
    var found =
        objects.keySet().stream()
            .filter(key -> key.startsWith(prefix) && (after == null || key.compareTo(after) > 0))
            .limit(KEYS_AT_ONCE + 1L)
            .toList();
    String next =
        found.size() > KEYS_AT_ONCE
            ? "<NextContinuationToken>%s</NextContinuationToken>"
                .formatted(found.get(KEYS_AT_ONCE - 1))
            : "";
    return found.stream()
        .limit(KEYS_AT_ONCE)
        .map("<Contents><Key>%s</Key></Contents>"::formatted)
        .collect(Collectors.joining("", "<ListBucketResult>", next + "</ListBucketResult>"));
  }

  private static Map<String, String> query(URI address) {
    return Optional.ofNullable(address.getRawQuery()).stream()
        .flatMap(query -> Arrays.stream(query.split("&")))
        .map(part -> part.split("=", 2))
        .collect(
            Collectors.toMap(
                part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
  }

  private static void reply(HttpExchange exchange, int status, String xml) throws IOException {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
