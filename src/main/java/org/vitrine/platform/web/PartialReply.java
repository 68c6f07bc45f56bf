package org.vitrine.platform.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Content of a known length, as fast as it is taken: all of it, or the one part that is asked for
 * (RFC 9110, 14): whoever plays a clip asks for parts of it. Several parts at once are answered
 * with all.
 */
public final class PartialReply {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  private PartialReply() {}

  /** Reads the bytes from one to the other, both included. */
  @FunctionalInterface
  public interface PartReader {
    Stream<Buffer> read(long from, long to);
  }

  private record AskedPart(long from, long to) {
    boolean isWithin(long length) {
      return from <= to && from < length;
    }
  }

  /**
   * @param tag strong, in quotation marks: whoever has it is told that it is the same, and a part
   *     belongs to the whole that it names
   */
  public static void send(
      Exchange exchange, String tag, String contentType, long length, PartReader content) {
    HttpServerResponse response =
        exchange.response().putHeader("Accept-Ranges", "bytes").putHeader(HttpHeaders.ETAG, tag);
    if (exchange.header("If-None-Match").filter(tag::equals).isPresent()) {
      response.setStatusCode(304).end();
      return;
    }
    Optional<AskedPart> asked =
        exchange.header("If-Range").filter(said -> !said.equals(tag)).isPresent()
            ? Optional.empty()
            : exchange.header("Range").flatMap(said -> part(said, length));
    if (asked.filter(part -> !part.isWithin(length)).isPresent()) {
      response.setStatusCode(416).putHeader("Content-Range", "bytes */" + length).end();
      return;
    }
    AskedPart part = asked.orElse(new AskedPart(0, length - 1));
    asked.ifPresent(
        one ->
            response
                .setStatusCode(206)
                .putHeader(
                    "Content-Range", "bytes %d-%d/%d".formatted(one.from(), one.to(), length)));
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
        .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(part.to() - part.from() + 1));
    if (exchange.request().method() != HttpMethod.HEAD) {
      write(exchange, content.read(part.from(), part.to()));
    }
    response.end();
  }

  /** Nothing where it is not understood: then all is sent. */
  private static Optional<AskedPart> part(String said, long length) {
    Matcher range = RANGE.matcher(said);
    if (!range.matches() || said.equals("bytes=-")) {
      return Optional.empty();
    }
    if (range.group(1).isEmpty()) {
      long last = Math.min(length, Long.parseLong(range.group(2)));
      return Optional.of(new AskedPart(length - last, length - 1));
    }
    long to = range.group(2).isEmpty() ? length : Long.parseLong(range.group(2));
    return Optional.of(new AskedPart(Long.parseLong(range.group(1)), Math.min(to, length - 1)));
  }

  /** Cut where a piece fails or is not taken: what ends early must not look whole. */
  private static void write(Exchange exchange, Stream<Buffer> pieces) {
    try {
      pieces.forEach(piece -> exchange.response().write(piece).await());
    } catch (RuntimeException | Error fault) {
      exchange.request().connection().close();
      throw fault;
    }
  }
}
