package org.vitrine.platform.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Locale;
import java.util.Set;

/** What the messages of one request tell, as they pass between Vert.x and the wire. */
final class HttpMessages {
  private static final Set<String> ZIPPED = Set.of("gzip", "x-gzip");

  private HttpMessages() {}

  /** Something follows the head, though it may have no bytes (RFC 9112, 6). */
  static boolean hasBody(HttpRequest request) {
    return request.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
        || request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
  }

  static boolean hasBody(HttpServerRequest request) {
    return request.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
        || request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
  }

  /** What the head says of how long the body is; 0 where it does not. */
  static long bodyLength(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaderNames.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length); // The decoder has read it before.
  }

  /** The body is compressed, in the one way that is taken (RFC 9110, 8.4.1.3). */
  static boolean isZipped(HttpServerRequest request) {
    String encoding = request.getHeader(HttpHeaderNames.CONTENT_ENCODING);
    return encoding != null && ZIPPED.contains(encoding.trim().toLowerCase(Locale.ROOT));
  }

  /** The body comes once it was asked for (RFC 9110, 10.1.1). */
  static boolean waitsForContinue(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_1_1
        && request.headers().contains(HttpHeaderNames.EXPECT, HttpHeaderValues.CONTINUE, true);
  }

  /** The last of a reply goes out; "100 Continue" and the like are none. */
  static boolean endsReply(Object message) {
    return message instanceof LastHttpContent && !isInterim(message);
  }

  private static boolean isInterim(Object message) {
    return message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL
        && !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
  }
}
