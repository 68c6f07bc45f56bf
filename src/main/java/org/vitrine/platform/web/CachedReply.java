package org.vitrine.platform.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A reply that stays the same until something happens: encoded once with all its headers,
 * compressed once, and sent as it is however often it is asked for. Its two forms have a tag each
 * (RFC 9110, 8.8.3.3).
 */
public final class CachedReply {
  private static final String GZIP = "gzip";
  private static final String ZIPPED = "-gzip";

  private final String tag;
  private final String contentType;
  private final int compression;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Form plain;
  private final Map<String, byte[]> unchanged;
  private volatile Form zipped;

  /** A whole answer, as it goes over the wire: its head, and from there on its body. */
  private record Form(String etag, byte[] bytes, int bodyAt) {
    private Buffer body() {
      return Buffer.buffer(Arrays.copyOfRange(bytes, bodyAt, bytes.length));
    }

    private ByteBuf wire() {
      return Unpooled.wrappedBuffer(bytes);
    }
  }

  /**
   * What one caller may see.
   *
   * @param tag names this content among all that the address ever had
   */
  public CachedReply(String tag, String contentType, byte[] body) {
    this(
        tag,
        contentType,
        body,
        Map.of("Cache-Control", "private, no-cache"),
        Deflater.DEFAULT_COMPRESSION);
  }

  private CachedReply(
      String tag, String contentType, byte[] body, Map<String, String> headers, int compression) {
    this.tag = tag;
    this.contentType = contentType;
    this.compression = compression;
    this.headers.putAll(SecurityHeaders.ALL);
    this.headers.put("Vary", "Accept-Encoding");
    this.headers.putAll(headers);
    this.plain = form(etag(""), body);
    this.unchanged =
        Map.of(plain.etag(), unchanged(plain.etag()), etag(ZIPPED), unchanged(etag(ZIPPED)));
  }

  /** What everybody may see, with these headers; its tag is its content's. */
  static CachedReply forAll(String contentType, byte[] body, Map<String, String> headers) {
    CachedReply reply =
        new CachedReply(tag(body), contentType, body, headers, Deflater.DEFAULT_COMPRESSION);
    reply.zipped();
    return reply;
  }

  /** What is made for one caller and sent once: it is sooner there than it is small. */
  static CachedReply forOne(String contentType, byte[] body, Map<String, String> headers) {
    return new CachedReply(tag(body), contentType, body, headers, Deflater.BEST_SPEED);
  }

  private static String tag(byte[] body) {
    return DigestUtils.sha256Hex(body).substring(0, 32);
  }

  /** What it costs to keep, in bytes, its compressed form included. */
  public int bytes() {
    return plain.bytes().length + plain.bytes().length / 2 + 1_000;
  }

  /** Sends it in full, or that it has not changed; on a thread that may compress it. */
  public void send(Exchange exchange) {
    send(exchange.request(), 200);
  }

  void send(HttpServerRequest request, int status) {
    HttpServerResponse response = request.response();
    headers.forEach(response::putHeader);
    Optional<String> known =
        Optional.ofNullable(request.getHeader("If-None-Match"))
            .filter(tags -> status == 200)
            .flatMap(this::named);
    if (known.isPresent()) {
      response.setStatusCode(304).putHeader("ETag", known.get()).end();
    } else {
      response.setStatusCode(status).putHeader("Content-Type", contentType);
      sendBody(request, response);
    }
  }

  private void sendBody(HttpServerRequest request, HttpServerResponse response) {
    String encodings = request.getHeader("Accept-Encoding");
    Form form = plain;
    if (encodings != null && isPlainlyGzip(encodings)) {
      form = zipped();
      response.putHeader("Content-Encoding", GZIP);
    }
    response.putHeader("ETag", form.etag());
    if (request.method() == HttpMethod.HEAD) {
      int length = form.bytes().length - form.bodyAt();
      response.putHeader("Content-Length", String.valueOf(length)).end();
    } else {
      response.end(form.body());
    }
  }

  private Form zipped() {
    if (zipped == null) {
      zipped = form(etag(ZIPPED), gzip(plain), "Content-Encoding: " + GZIP);
    }
    return zipped;
  }

  /** The whole answer in the form that somebody takes, unless that has to be made first. */
  Optional<ByteBuf> whole(String encodings) {
    if (encodings == null) {
      return Optional.of(plain.wire());
    }
    return isPlainlyGzip(encodings)
        ? Optional.ofNullable(zipped).map(Form::wire)
        : Optional.empty();
  }

  /** Weighing one encoding against another is left to Vert.x. */
  private static boolean isPlainlyGzip(String encodings) {
    return encodings.contains(GZIP) && encodings.indexOf(';') < 0;
  }

  /** The answer to somebody who has it already, if one of these tags says so. */
  Optional<ByteBuf> unchanged(Optional<String> tags) {
    return tags.flatMap(this::named).map(etag -> Unpooled.wrappedBuffer(unchanged.get(etag)));
  }

  /** Which of our tags is among these; a cache that compressed the reply may have weakened it. */
  private Optional<String> named(String tags) {
    if (unchanged.containsKey(tags)) {
      return Optional.of(tags);
    }
    return Arrays.stream(tags.split(","))
        .map(tag -> tag.trim().replaceFirst("^W/", ""))
        .map(tag -> tag.equals("*") ? plain.etag() : tag)
        .filter(unchanged::containsKey)
        .findFirst();
  }

  private String etag(String form) {
    return '"' + tag + form + '"';
  }

  private byte[] unchanged(String etag) {
    return head("304 Not Modified", etag);
  }

  private Form form(String etag, byte[] body, String... more) {
    List<String> lines = new ArrayList<>(List.of(more));
    lines.add("Content-Type: " + contentType);
    lines.add("Content-Length: " + body.length);
    byte[] head = head("200 OK", etag, lines.toArray(String[]::new));
    byte[] whole = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    return new Form(etag, whole, head.length);
  }

  private byte[] head(String status, String etag, String... more) {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
    headers.forEach((name, value) -> line(head, name + ": " + value));
    line(head, "ETag: " + etag);
    for (String line : more) {
      line(head, line);
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void line(StringBuilder head, String line) {
    head.append(line).append("\r\n");
  }

  private byte[] gzip(Form form) {
    int length = form.bytes().length - form.bodyAt();
    ByteArrayOutputStream small = new ByteArrayOutputStream(length / 2);
    try (Gzip gzip = new Gzip(small, compression)) {
      gzip.write(form.bytes(), form.bodyAt(), length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return small.toByteArray();
  }

  /** At another level than the usual one. */
  private static final class Gzip extends GZIPOutputStream {
    private Gzip(OutputStream to, int level) throws IOException {
      super(to);
      def.setLevel(level);
    }
  }
}
