package org.vitrine.gather.mtconnect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * An agent as the standard describes it (Part 1: Overview and Fundamentals): a buffer of so many
 * observations by sequence, an instanceId that changes when it starts, streams of parts,
 * OUT_OF_RANGE for what it no longer has. What it says was recorded.
 */
final class RecordedAgent implements AutoCloseable {
  private final HttpServer server;
  private final int bufferSize;
  private final List<Recorded> buffer = new ArrayList<>();
  private final Map<String, Recorded> current = new LinkedHashMap<>();
  private long instanceId = 1649989201;
  private long nextSequence = 1;
  private volatile boolean reachable = true;
  private volatile boolean silent;

  private record Recorded(String id, String element, long sequence, Instant at, String text) {}

  RecordedAgent(int bufferSize) throws IOException {
    this.bufferSize = bufferSize;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/probe", exchange -> answer(exchange, probe()));
    server.createContext("/current", exchange -> answer(exchange, streams(one -> true, true)));
    server.createContext("/sample", this::stream);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The machine says something: an event of this element and data item. */
  synchronized void say(String element, String id, Instant at, String text) {
    Recorded said = new Recorded(id, element, nextSequence++, at, text);
    current.put(id, said);
    buffer.add(said);
    if (buffer.size() > bufferSize) {
      buffer.removeFirst();
    }
    notifyAll();
  }

  /** It is started anew and has lost what it knew. */
  synchronized void restart() {
    instanceId++;
    nextSequence = 1;
    buffer.clear();
    current.clear();
    notifyAll();
  }

  /** Nobody is answered, and who listens is cut off. */
  synchronized void reachable(boolean isNow) {
    reachable = isNow;
    notifyAll();
  }

  /** Whoever listens hears nothing, not even that nothing is new. */
  synchronized void silent(boolean isNow) {
    silent = isNow;
    notifyAll();
  }

  private void stream(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange);
    long from = Long.parseLong(query.get("from"));
    if (!reachable) {
      exchange.close();
      return;
    }
    if (isOutOfRange(from)) {
      answer(exchange, refusal(from));
      return;
    }
    long heartbeat = Math.min(Long.parseLong(query.get("heartbeat")), 500);
    exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace;boundary=a8e1");
    exchange.sendResponseHeaders(200, 0);
    try (exchange;
        OutputStream out = exchange.getResponseBody()) {
      follow(out, from, heartbeat);
    } catch (IOException gone) {
      // Whoever listened has gone.
    }
  }

  private void follow(OutputStream out, long first, long heartbeatMillis) throws IOException {
    long from = first;
    while (reachable) {
      if (silent) {
        waitFor(heartbeatMillis);
        continue;
      }
      String part;
      synchronized (this) {
        if (from >= nextSequence) {
          waitFor(heartbeatMillis);
        }
        long start = from;
        part = isOutOfRange(from) ? refusal(from) : streams(one -> one.sequence() >= start, false);
        from = nextSequence;
      }
      byte[] body = part.getBytes(StandardCharsets.UTF_8);
      String head =
          "--a8e1\r\nContent-type: text/xml\r\nContent-length: %d\r\n\r\n".formatted(body.length);
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(body);
      out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
  }

  private synchronized void waitFor(long millis) {
    try {
      wait(millis);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isOutOfRange(long from) {
    long first = buffer.isEmpty() ? nextSequence : buffer.getFirst().sequence();
    return from < first || from > nextSequence;
  }

  private synchronized String streams(Predicate<Recorded> which, boolean latest) {
    StringBuilder items = new StringBuilder();
    for (Recorded one : latest ? current.values() : buffer) {
      if (which.test(one)) {
        items.append(
            "<%s dataItemId=\"%s\" sequence=\"%d\" timestamp=\"%s\">%s</%s>\n"
                .formatted(
                    one.element(), one.id(), one.sequence(), one.at(), one.text(), one.element()));
      }
    }
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <MTConnectStreams xmlns:m="urn:mtconnect.org:MTConnectStreams:2.0"
        xmlns="urn:mtconnect.org:MTConnectStreams:2.0">
      <Header creationTime="2026-11-30T08:00:00Z" sender="plant" instanceId="%d" version="2.0.0.12"
          bufferSize="%d" nextSequence="%d" firstSequence="%d" lastSequence="%d"/>
      <Streams><DeviceStream name="VMC-3Axis" uuid="000"><ComponentStream component="Path"
          name="path" componentId="pth"><Events>
    %s</Events></ComponentStream></DeviceStream></Streams>
    </MTConnectStreams>
    """
        .formatted(
            instanceId,
            bufferSize,
            nextSequence,
            buffer.isEmpty() ? nextSequence : buffer.getFirst().sequence(),
            nextSequence - 1,
            items);
  }

  private String refusal(long from) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <MTConnectError xmlns="urn:mtconnect.org:MTConnectError:2.0">
      <Header creationTime="2026-11-30T08:00:00Z" sender="plant" instanceId="%d" version="2.0.0.12"
          bufferSize="%d"/>
      <Errors><Error errorCode="OUT_OF_RANGE">'from' must be greater than %d</Error></Errors>
    </MTConnectError>
    """
        .formatted(instanceId, bufferSize, from);
  }

  private String probe() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <MTConnectDevices xmlns="urn:mtconnect.org:MTConnectDevices:2.0"><Devices>
      <Device id="dev" name="VMC-3Axis" uuid="000"><DataItems>
        <DataItem category="EVENT" id="cnt" type="PART_COUNT"/>
        <DataItem category="EVENT" id="exec" type="EXECUTION"/>
        <DataItem category="EVENT" id="order" type="PROCESS_AGGREGATE_ID"/>
      </DataItems></Device></Devices></MTConnectDevices>
    """;
  }

  private void answer(HttpExchange exchange, String body) throws IOException {
    try (exchange) {
      if (reachable) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : exchange.getRequestURI().getQuery().split("&")) {
      query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return query;
  }

  @Override
  public void close() {
    reachable(false);
    server.stop(0);
  }
}
