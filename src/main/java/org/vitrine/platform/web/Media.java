package org.vitrine.platform.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vitrine.platform.Rejection;

/**
 * What a body may be written in. Those that say something else are told, before their body is read.
 *
 * @param isText true for text, which is in UTF-8; programs that do not say what they send are
 *     believed to send what the route takes first. False for pictures and the like, of which it has
 *     to be said what they are
 */
public record Media(List<String> types, boolean isText) {
  public static final Media JSON = text("application/json");

  /** JSON, or a JSON value a line. */
  public static final Media JSON_LINES =
      text("application/json", "application/x-ndjson", "application/ndjson");

  /** Whatever it is said to be: for what is known by its content alone. */
  public static final Media ANY = binary("*/*");

  public Media {
    types = List.copyOf(types);
  }

  public static Media text(String... types) {
    return new Media(List.of(types), true);
  }

  /** Such as {@code image/jpeg}. */
  public static Media binary(String... types) {
    return new Media(List.of(types), false);
  }

  /** What is read while it comes is taken as it is only. */
  void check(HttpServerRequest request, boolean isStreamed) {
    String encoding = request.getHeader("Content-Encoding");
    boolean isPlain = encoding == null || encoding.equalsIgnoreCase("identity");
    boolean mayBeZipped = isText && !isStreamed;
    if (!isPlain && !(mayBeZipped && HttpMessages.isZipped(request))) {
      throw new Rejection.WrongMedia(
          mayBeZipped
              ? "Send the body as it is, or with the Content-Encoding gzip"
              : "Send the body as it is, without Content-Encoding");
    }
    String said = request.getHeader("Content-Type");
    if (said == null && isText || equals(ANY)) {
      return;
    }
    if (said == null || !types.contains(type(said)) || isText && !isInUtf8(said)) {
      throw new Rejection.WrongMedia(
          "Send the body %swith the Content-Type %s"
              .formatted(isText ? "in UTF-8 " : "", String.join(" or ", types)));
    }
  }

  /** Of {@code image/jpeg; name=x}, the part that says what it is, in small letters. */
  static String type(String contentType) {
    return contentType.toLowerCase(Locale.ROOT).split(";")[0].trim();
  }

  private static boolean isInUtf8(String contentType) {
    return Arrays.stream(contentType.toLowerCase(Locale.ROOT).split(";"))
        .skip(1)
        .map(parameter -> parameter.replaceAll("[\\s\"]", ""))
        .filter(parameter -> parameter.startsWith("charset="))
        .allMatch("charset=utf-8"::equals);
  }
}
