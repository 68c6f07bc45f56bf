package org.vitrine.platform.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import java.util.Optional;

/**
 * A request that can be answered from memory: its path ends in the name of one thing, in letters
 * that mean nothing else in a URL, and asks for nothing further.
 */
record PlainGet(HttpRequest request, String name) implements RequestView {

  static Optional<PlainGet> at(HttpRequest request, String prefix) {
    String uri = request.uri();
    return uri.length() > prefix.length() && uri.startsWith(prefix) && isPlain(uri, prefix.length())
        ? Optional.of(new PlainGet(request, uri.substring(prefix.length())))
        : Optional.empty();
  }

  private static boolean isPlain(String uri, int from) {
    for (int at = from; at < uri.length(); at++) {
      char c = uri.charAt(at);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || c == '-'
              || c == '_';
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String path(String ofRoute) {
    return name;
  }

  @Override
  public Optional<String> query(String ofRoute) {
    return Optional.empty();
  }

  @Override
  public Optional<String> header(String called) {
    return Optional.ofNullable(request.headers().get(called));
  }

  /** Nothing where it is there more than once: which one counts is for the usual way to say. */
  @Override
  public Optional<String> cookie(String called) {
    List<String> headers = request.headers().getAll(HttpHeaderNames.COOKIE);
    String found = null;
    for (String header : headers) {
      for (String pair : header.split(";")) {
        String cookie = pair.trim();
        if (cookie.startsWith(called) && cookie.startsWith("=", called.length())) {
          if (found != null) {
            return Optional.empty();
          }
          found = cookie.substring(called.length() + 1);
        }
      }
    }
    return Optional.ofNullable(found);
  }
}
