package org.vitrine.gather.mtconnect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.gather.plan.Peer;

/** The HTTP of an agent. */
final class Agent {
  static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final int TOGETHER = 1_000;
  private static final Pattern DATA_ITEM =
      Pattern.compile("<(?:\\w+:)?DataItem\\b[^>]*?\\bid=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final Peer.MtConnect peer;

  Agent(Peer.MtConnect peer) {
    this.peer = peer;
  }

  /** The ids of all data items that it has. */
  Set<String> probe() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request("probe", Duration.ofSeconds(30)), BodyHandlers.ofString());
    Set<String> ids = new HashSet<>();
    Matcher found = DATA_ITEM.matcher(answer.body());
    while (found.find()) {
      ids.add(found.group(1));
    }
    return ids;
  }

  Document current() throws IOException, InterruptedException {
    return DocumentReader.read(
        client.send(request("current", Duration.ofSeconds(30)), BodyHandlers.ofByteArray()).body());
  }

  /** What came after, as it comes: the agent answers at least at each heartbeat. */
  Stream sample(long from) throws IOException, InterruptedException {
    String query =
        "sample?from=%d&count=%d&interval=%d&heartbeat=%d"
            .formatted(from, TOGETHER, peer.interval().toMillis(), HEARTBEAT.toMillis());
    HttpResponse<InputStream> answer =
        client.send(request(query, Duration.ofSeconds(30)), BodyHandlers.ofInputStream());
    String type = answer.headers().firstValue("Content-Type").orElse("");
    InputStream body = new BufferedInputStream(answer.body());
    return new Stream(body, type.contains("multipart") ? new Parts(body) : null);
  }

  private HttpRequest request(String what, Duration timeout) {
    String base = peer.url().toString();
    String device = peer.device() == null ? "" : encoded(peer.device()) + "/";
    return HttpRequest.newBuilder(
            URI.create((base.endsWith("/") ? base : base + "/") + device + what))
        .timeout(timeout)
        .header("Accept", "text/xml")
        .build();
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }

  /** A stream of documents; an agent that does not stream gives one. */
  static final class Stream implements AutoCloseable {
    private final InputStream body;
    private final Parts parts;
    private boolean ended;

    Stream(InputStream body, Parts parts) {
      this.body = body;
      this.parts = parts;
    }

    /** Null where it has ended. */
    Document next() throws IOException {
      if (ended) {
        return null;
      }
      byte[] bytes = parts == null ? body.readAllBytes() : parts.next();
      ended = parts == null || bytes == null;
      return bytes == null ? null : DocumentReader.read(bytes);
    }

    boolean isStreamed() {
      return parts != null;
    }

    /** Whoever is gone needs not be told. */
    @Override
    public void close() {
      try {
        body.close();
      } catch (IOException gone) {
        // Then it is closed.
      }
    }
  }
}
