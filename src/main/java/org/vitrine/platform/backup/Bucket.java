package org.vitrine.platform.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A bucket of an S3-compatible store, addressed by its path, which every such store understands.
 * What fails on its way, or for a reason on the other side, is tried again a few times.
 */
public final class Bucket {
  private static final int TRIES = 4;
  private static final int LONGEST_REASON = 10_000;
  private static final byte[] NOTHING = {};
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofMinutes(5);

  private final String name;
  private final BucketSettings settings;
  private final Clock clock;
  private final Duration rest;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  /**
   * @param rest how long to wait before the second try; longer before each further one
   */
  public Bucket(String name, BucketSettings settings, Clock clock, Duration rest) {
    this.name = name;
    this.settings = settings;
    this.clock = clock;
    this.rest = rest;
  }

  String name() {
    return name;
  }

  /** Some keys, and how to ask for those behind. */
  record ListedKeys(List<String> keys, Optional<String> next) {}

  ListedKeys list(String prefix, Optional<String> after) throws IOException {
    Document found =
        xml(
            sent(
                "GET",
                "",
                "list-type=2&prefix="
                    + encoded(prefix)
                    + after.map(next -> "&continuation-token=" + encoded(next)).orElse(""),
                NOTHING));
    return new ListedKeys(
        texts(found, "Key"), texts(found, "NextContinuationToken").stream().findFirst());
  }

  String beginUpload(String key) throws IOException {
    return texts(xml(sent("POST", key, "uploads=", NOTHING)), "UploadId").stream()
        .findFirst()
        .orElseThrow(() -> new IOException("the store did not name the upload"));
  }

  /** Returns the tag by which the store knows the part. */
  String sendPart(String key, String upload, int number, byte[] part) throws IOException {
    return sent("PUT", key, "partNumber=%d&uploadId=%s".formatted(number, encoded(upload)), part)
        .headers()
        .firstValue("ETag")
        .orElseThrow(() -> new IOException("the store did not acknowledge a part"));
  }

  void endUpload(String key, String upload, List<String> tags) throws IOException {
    String parts =
        IntStream.range(0, tags.size())
            .mapToObj(
                at ->
                    "<Part><PartNumber>%d</PartNumber><ETag>%s</ETag></Part>"
                        .formatted(at + 1, tags.get(at).replace("\"", "&quot;")))
            .collect(
                Collectors.joining("", "<CompleteMultipartUpload>", "</CompleteMultipartUpload>"));
    Document answer =
        xml(
            sent(
                "POST",
                key,
                "uploadId=" + encoded(upload),
                parts.getBytes(StandardCharsets.UTF_8)));
    if (answer.getDocumentElement().getTagName().equals("Error")) { // With the status 200.
      throw new IOException(String.join(" ", texts(answer, "Message")));
    }
  }

  void abandonUpload(String key, String upload) throws IOException {
    sent("DELETE", key, "uploadId=" + encoded(upload), NOTHING);
  }

  void remove(String key) throws IOException {
    sent("DELETE", key, "", NOTHING);
  }

  InputStream read(String key) throws IOException {
    return sent("GET", key, "", NOTHING).body();
  }

  /** Returns what was answered to what went well. */
  private HttpResponse<InputStream> sent(String method, String key, String query, byte[] body)
      throws IOException {
    IOException last = null;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      pause(rest.multipliedBy((long) attempt * attempt));
      try {
        return accepted(sendOnce(method, key, query, body));
      } catch (RefusedByStore refused) {
        throw refused;
      } catch (IOException failed) {
        last = failed;
      }
    }
    throw last;
  }

  private static HttpResponse<InputStream> accepted(HttpResponse<InputStream> answer)
      throws IOException {
    if (answer.statusCode() < 300) {
      return answer;
    }
    String why = "the store answered %d%s".formatted(answer.statusCode(), reason(answer));
    throw answer.statusCode() < 500 && answer.statusCode() != 429
        ? new RefusedByStore(why)
        : new IOException(why);
  }

  /** Trying again would change nothing. */
  private static final class RefusedByStore extends IOException {
    RefusedByStore(String message) {
      super(message);
    }
  }

  private HttpResponse<InputStream> sendOnce(String method, String key, String query, byte[] body)
      throws IOException {
    URI address =
        URI.create(
            settings.endpoint()
                + "/"
                + encoded(name)
                + (key.isEmpty() ? "" : "/" + encodedPath(key))
                + (query.isEmpty() ? "" : "?" + query));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER)
            .method(method, BodyPublishers.ofByteArray(body));
    new RequestSignature(settings, clock.instant())
        .headers(method, address, Map.of(), body)
        .forEach(request::header);
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void pause(Duration time) throws IOException {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String reason(HttpResponse<InputStream> answer) {
    try (InputStream body = answer.body()) {
      Document said = xml(new ByteArrayInputStream(body.readNBytes(LONGEST_REASON)));
      return " (%s)".formatted(String.join(" ", texts(said, "Message")));
    } catch (IOException saysNothing) {
      return "";
    }
  }

  private static Document xml(HttpResponse<InputStream> answer) throws IOException {
    return xml(answer.body());
  }

  private static Document xml(InputStream text) throws IOException {
    try (text) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(text);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (SAXException e) {
      throw new IOException("the store answered something else than XML", e);
    }
  }

  private static List<String> texts(Document document, String tag) {
    NodeList found = document.getElementsByTagName(tag);
    return IntStream.range(0, found.getLength())
        .mapToObj(at -> found.item(at).getTextContent())
        .toList();
  }

  private static String encodedPath(String key) {
    return Arrays.stream(key.split("/", -1)).map(Bucket::encoded).collect(Collectors.joining("/"));
  }

  /** As RFC 3986 has it, which is what is signed. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
