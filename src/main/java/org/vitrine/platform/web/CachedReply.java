package org.vitrine.platform.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A reply that stays the same until something happens: encoded once with all its headers, and sent
 * as it is however often it is asked for.
 */
public final class CachedReply {
  private static final String CACHED = "private, no-cache";
  private static final String VARIES_BY = "Accept-Encoding";

  private final String etag;
  private final String contentType;
  private final Form plain;
  private final byte[] unchanged;
  private volatile Form zipped;

  /** A whole answer, as it goes over the wire: its head, and from there on its body. */
  private record Form(byte[] bytes, int bodyAt) {
    private Buffer body() {
      return Buffer.buffer(Arrays.copyOfRange(bytes, bodyAt, bytes.length));
    }

    private ByteBuf buffer() {
      return Unpooled.wrappedBuffer(bytes);
    }
  }

  public CachedReply(String etag, String contentType, byte[] body) {
    this.etag = etag;
    this.contentType = contentType;
    this.plain = form(body);
    this.unchanged = head("304 Not Modified");
  }

  /** What it costs to keep, in bytes, its compressed form included. */
  public int bytes() {
    return plain.bytes().length + plain.bytes().length / 2 + unchanged.length;
  }

  /**
   * Says it in full, or that it has not changed. Compresses it for the first who takes it so: on
   * their thread, never on an event loop.
   */
  public void send(Exchange exchange) {
    exchange
        .response()
        .putHeader("ETag", etag)
        .putHeader("Cache-Control", CACHED)
        .putHeader("Vary", VARIES_BY);
    if (exchange.header("If-None-Match").filter(this::isNamedIn).isPresent()) {
      exchange.response().setStatusCode(304).end();
    } else if (exchange.header(VARIES_BY).filter(CachedReply::isPlainlyGzip).isPresent()) {
      exchange.response().putHeader("Content-Encoding", "gzip");
      exchange.replyBytes(200, contentType, zipped().body());
    } else {
      exchange.replyBytes(200, contentType, plain.body());
    }
  }

  private Form zipped() {
    if (zipped == null) {
      zipped = form(gzip(plain.body().getBytes()), "content-encoding: gzip");
    }
    return zipped;
  }

  /** Weighing one encoding against another is left to the usual way. */
  static boolean isPlainlyGzip(String encodings) {
    return encodings.contains("gzip") && encodings.indexOf(';') < 0;
  }

  /** The whole answer, to somebody who takes it as it is. */
  ByteBuf whole() {
    return plain.buffer();
  }

  /** The same for somebody who takes it compressed, once it was sent so. */
  Optional<ByteBuf> compressed() {
    return Optional.ofNullable(zipped).map(Form::buffer);
  }

  /** The answer to somebody who has it already. */
  ByteBuf unchanged() {
    return Unpooled.wrappedBuffer(unchanged);
  }

  /** A cache that compressed the page may have weakened its tag. */
  boolean isNamedIn(String tags) {
    return tags.equals(etag)
        || Arrays.stream(tags.split(","))
            .map(tag -> tag.trim().replaceFirst("^W/", ""))
            .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
  }

  private Form form(byte[] body, String... more) {
    byte[] head =
        head(
            "200 OK",
            Stream.concat(
                    Stream.of("content-type: " + contentType, "content-length: " + body.length),
                    Arrays.stream(more))
                .toArray(String[]::new));
    byte[] whole = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    return new Form(whole, head.length);
  }

  private byte[] head(String status, String... more) {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
    SecurityHeaders.ALL.forEach((name, value) -> line(head, name + ": " + value));
    line(head, "ETag: " + etag);
    line(head, "Cache-Control: " + CACHED);
    line(head, "Vary: " + VARIES_BY);
    for (String line : more) {
      line(head, line);
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void line(StringBuilder head, String line) {
    head.append(line).append("\r\n");
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream small = new ByteArrayOutputStream(content.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return small.toByteArray();
  }
}
