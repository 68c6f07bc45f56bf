package org.vitrine.platform.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import org.vitrine.platform.Rejection;

/**
 * What a body may be written in. Programs that do not say what they send are believed to send what
 * the route takes first; those that say something else are told, before their body is read.
 */
public record Media(List<String> types) {
  public static final Media JSON = new Media(List.of("application/json"));

  /** JSON, or a JSON value a line. */
  public static final Media JSON_LINES =
      new Media(List.of("application/json", "application/x-ndjson", "application/ndjson"));

  public Media {
    types = List.copyOf(types);
  }

  void check(HttpServerRequest request) {
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new Rejection.WrongMedia("Send the body as it is, without Content-Encoding");
    }
    String said = request.getHeader("Content-Type");
    if (said == null) {
      return;
    }
    String[] parts = said.toLowerCase(Locale.ROOT).split(";");
    boolean inUtf8 = true;
    for (int part = 1; part < parts.length; part++) {
      String parameter = parts[part].replaceAll("[\\s\"]", "");
      inUtf8 &= !parameter.startsWith("charset=") || parameter.equals("charset=utf-8");
    }
    if (!inUtf8 || !types.contains(parts[0].trim())) {
      throw new Rejection.WrongMedia(
          "Send it in UTF-8 with the Content-Type " + String.join(" or ", types));
    }
  }
}
