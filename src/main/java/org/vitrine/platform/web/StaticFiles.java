package org.vitrine.platform.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The pages and the libraries they use. Everything is read into memory at the start and answered
 * from there: what is not in the map does not exist. Pages refer to {@code /assets/…}, to which the
 * hash of all that is served is added: assets may be kept for ever, and a page that was loaded
 * before an upgrade never mixes its modules with newer ones.
 *
 * <p>With the system property {@code vitrine.webroot} the pages come from that directory and are
 * read again for every page, for those who work on them.
 */
public final class StaticFiles {
  private static final String ASSETS = "/assets/";
  private static final String IMPORT_MAP = "<script type=\"importmap\"></script>";
  private static final String NOT_FOUND = "not-found.html";
  private static final String KEPT_FOR_EVER = "public, max-age=31536000, immutable";
  private static final String ASKED_AGAIN = "no-cache";
  private static final Map<Pattern, String> PAGES =
      Map.ofEntries(
          page("/", "index.html"),
          page("/sign-in", "sign-in.html"),
          page("/enter", "enter.html"),
          page("/account", "account.html"),
          page("/orders", "orders.html"),
          page("/orders/[^/]+", "order.html"),
          page("/orders/[^/]+/history", "history.html"),
          page("/board", "board.html"),
          page("/glass", "glass.html"),
          page("/people", "people.html"),
          page("/keys", "keys.html"),
          page("/mail", "mail.html"),
          page("/audit", "audit.html"),
          page("/docs/api", "api.html"));

  private final WebJars libraries = new WebJars();
  private final Path directory;
  private volatile Map<String, StaticFile> files;

  private static Map.Entry<Pattern, String> page(String address, String name) {
    return Map.entry(Pattern.compile(address), name);
  }

  public StaticFiles() {
    String configured = System.getProperty("vitrine.webroot");
    this.directory = configured == null ? null : Path.of(configured);
    this.files = load();
  }

  /** Goes last: it answers what nobody else did. */
  void mount(Router router) {
    router.get().handler(this::answer);
    router.head().handler(this::answer);
  }

  private void answer(RoutingContext context) {
    HttpServerRequest request = context.request();
    String path = request.path();
    StaticFile file = path.startsWith(ASSETS) ? files.get(path) : page(path);
    if (file != null) {
      file.reply(request, 200);
    } else if (isAskedForByAPerson(request)) {
      files.get(NOT_FOUND).reply(request, 404);
    } else {
      context.next();
    }
  }

  private StaticFile page(String path) {
    for (Map.Entry<Pattern, String> page : PAGES.entrySet()) {
      if (page.getKey().matcher(path).matches()) {
        files = directory == null ? files : load();
        return files.get(page.getValue());
      }
    }
    return null;
  }

  /** Programs get a problem as JSON; whoever follows a link gets a page. */
  private static boolean isAskedForByAPerson(HttpServerRequest request) {
    String accept = request.getHeader("Accept");
    return request.method() == HttpMethod.GET
        && !request.path().startsWith("/api/")
        && accept != null
        && accept.contains("text/html");
  }

  private Map<String, StaticFile> load() {
    Map<String, byte[]> contents = new TreeMap<>(libraries.files());
    contents.putAll(webroot());
    String base = ASSETS + StaticFile.hash(contents.values()).substring(0, 12) + "/";
    String importMap = libraries.importMap(base);
    Map<String, StaticFile> loaded = new HashMap<>();
    contents.forEach(
        (name, content) -> {
          if (name.endsWith(".html")) {
            loaded.put(name, page(name, content, base, importMap));
          } else {
            loaded.put(base + name, StaticFile.of(name, content, KEPT_FOR_EVER, null));
          }
        });
    return Map.copyOf(loaded);
  }

  private Map<String, byte[]> webroot() {
    if (directory == null) {
      return Resources.read("webroot");
    }
    try {
      return Resources.read(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be read", e);
    }
  }

  private static StaticFile page(String name, byte[] content, String base, String importMap) {
    String html =
        new String(content, StandardCharsets.UTF_8)
            .replace(ASSETS, base)
            .replace(IMPORT_MAP, "<script type=\"importmap\">" + importMap + "</script>");
    return StaticFile.of(
        name, html.getBytes(StandardCharsets.UTF_8), ASKED_AGAIN, policy(importMap));
  }

  private static String policy(String importMap) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self' 'sha256-" + StaticFile.sha256(importMap) + "'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'");
  }
}
