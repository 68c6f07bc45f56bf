package org.vitrine.platform.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A file ready to be sent: plain and compressed once, with the tag by which a browser asks again.
 *
 * @param policy the content security policy of a page; null for what is no page
 */
record StaticFile(
    String type, Buffer plain, Buffer zipped, String tag, String cacheControl, String policy) {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2");

  static StaticFile of(String name, byte[] content, String cacheControl, String policy) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return new StaticFile(
        TYPES.getOrDefault(ending, "application/octet-stream"),
        Buffer.buffer(content),
        Buffer.buffer(zip(content)),
        hash(List.of(content)).substring(0, 32),
        cacheControl,
        policy);
  }

  void reply(HttpServerRequest request, int status) {
    boolean zip = accepts(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    String etag = '"' + tag + (zip ? "-gzip" : "") + '"';
    HttpServerResponse response =
        request
            .response()
            .putHeader(HttpHeaders.ETAG, etag)
            .putHeader(HttpHeaders.VARY, "Accept-Encoding")
            .putHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
    if (policy != null) {
      response.putHeader("Content-Security-Policy", policy);
    }
    String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (status == 200 && known != null && known.contains(etag)) {
      response.setStatusCode(304).end();
      return;
    }
    response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, type);
    send(request.method(), response, zip);
  }

  private void send(HttpMethod method, HttpServerResponse response, boolean zip) {
    if (zip) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    Buffer content = zip ? zipped : plain;
    if (method == HttpMethod.HEAD) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(content.length())).end();
    } else {
      response.end(content);
    }
  }

  private static boolean accepts(String encodings) {
    return encodings != null && encodings.contains("gzip");
  }

  static String hash(Iterable<byte[]> contents) {
    MessageDigest digest = digest();
    contents.forEach(digest::update);
    return HexFormat.of().formatHex(digest.digest());
  }

  static String sha256(String text) {
    return Base64.getEncoder()
        .encodeToString(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static byte[] zip(byte[] content) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }
}
