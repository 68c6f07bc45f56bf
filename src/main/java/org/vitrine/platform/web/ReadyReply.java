package org.vitrine.platform.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/**
 * A reply that stays the same until something happens: encoded once with all its headers, and sent
 * as it is however often it is asked for.
 */
public final class ReadyReply {
  private static final String CACHED = "private, no-cache";

  private final String etag;
  private final String contentType;
  private final byte[] whole;
  private final int bodyLength;
  private final byte[] unchanged;
  private volatile byte[] compressed;

  public ReadyReply(String etag, String contentType, byte[] body) {
    this.etag = etag;
    this.contentType = contentType;
    this.whole = joined(head("200 OK", "content-type: " + contentType, length(body)), body);
    this.bodyLength = body.length;
    this.unchanged = head("304 Not Modified");
  }

  /** What it costs to keep, in bytes, its compressed form included. */
  public int bytes() {
    return whole.length + whole.length / 2 + unchanged.length;
  }

  /** Says it in full, or that it has not changed. */
  public void send(Exchange exchange) {
    exchange.response().putHeader("ETag", etag).putHeader("Cache-Control", CACHED);
    if (exchange.header("If-None-Match").filter(this::isNamedIn).isPresent()) {
      exchange.response().setStatusCode(304).end();
    } else {
      exchange.replyBytes(200, contentType, Buffer.buffer(body()));
    }
  }

  /** The whole answer, as it goes over the wire to somebody who takes it as it is. */
  ByteBuf whole() {
    return Unpooled.wrappedBuffer(whole);
  }

  /** The same for somebody who takes it compressed. */
  ByteBuf compressed() {
    if (compressed == null) {
      byte[] small = gzip(body());
      compressed =
          joined(
              head(
                  "200 OK",
                  "content-type: " + contentType,
                  "content-encoding: gzip",
                  length(small)),
              small);
    }
    return Unpooled.wrappedBuffer(compressed);
  }

  /** The answer to somebody who has it already. */
  ByteBuf unchanged() {
    return Unpooled.wrappedBuffer(unchanged);
  }

  private byte[] body() {
    return Arrays.copyOfRange(whole, whole.length - bodyLength, whole.length);
  }

  /** A cache that compressed the page may have weakened its tag. */
  boolean isNamedIn(String tags) {
    return tags.equals(etag)
        || Arrays.stream(tags.split(","))
            .map(tag -> tag.trim().replaceFirst("^W/", ""))
            .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
  }

  private byte[] head(String status, String... more) {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
    SecurityHeaders.ALL.forEach((name, value) -> line(head, name + ": " + value));
    line(head, "ETag: " + etag);
    line(head, "Cache-Control: " + CACHED);
    for (String line : more) {
      line(head, line);
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void line(StringBuilder head, String line) {
    head.append(line).append("\r\n");
  }

  private static String length(byte[] content) {
    return "content-length: " + content.length;
  }

  private static byte[] joined(byte[] head, byte[] body) {
    byte[] joined = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, joined, head.length, body.length);
    return joined;
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
