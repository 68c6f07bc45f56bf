package org.vitrine.platform.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.webroot.ModuleGraph;
import org.vitrine.platform.webroot.Stylesheet;
import org.vitrine.platform.webroot.WebJars;
import org.vitrine.platform.webroot.Webroot;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Words;

/**
 * What pages are made of, ready to be sent: modules and libraries as they are, the styles as one
 * file, the words as one file a language. All of it lies below an address with the hash of all of
 * it: it may be kept for ever, and a page that was loaded before an upgrade never mixes its modules
 * with newer ones.
 */
final class Assets {
  static final String PREFIX = "/assets/";
  private static final String STYLES = "styles.css";
  private static final Map<String, String> KEPT_FOR_EVER =
      Map.of("Cache-Control", "public, max-age=31536000, immutable");
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2",
          "wasm", "application/wasm",
          "webmanifest", "application/manifest+json");

  private static final Map<AssetScope, Assets> READ = new ConcurrentHashMap<>();

  private final byte[] shell;
  private final Map<String, byte[]> contents;
  private final Map<String, String> named;
  private final ModuleGraph modules;
  private final String base;
  private final Map<String, CachedReply> replies = new HashMap<>();

  /**
   * Those of the program: to read and compress them is most of what opening a house takes, so that
   * is done once, however often it opens. While somebody works on them they are read anew.
   */
  static Assets of(AssetScope scope) {
    if (Webroot.mayChange()) {
      READ.remove(scope);
    }
    return READ.computeIfAbsent(
        scope, wanted -> new Assets(wanted.of(Webroot.files()), new WebJars()));
  }

  private Assets(Map<String, byte[]> webroot, WebJars libraries) {
    this.shell = webroot.get(Shell.TEMPLATE);
    this.contents = new TreeMap<>(libraries.files());
    webroot.forEach(this::addAsItIs);
    contents.put(STYLES, Stylesheet.of(webroot));
    Words words = new Words(webroot);
    for (Language language : Language.values()) {
      contents.put(wordsIn(language), words.forPages(language));
    }
    this.named = libraries.named();
    this.modules = new ModuleGraph(contents, named);
    this.base = PREFIX + hash() + "/";
    contents.forEach((path, content) -> replies.put(base + path, reply(path, content)));
  }

  private void addAsItIs(String path, byte[] content) {
    if (path.matches(".+\\.(js|svg|png|woff2|webmanifest)")) {
      contents.put(path, content);
    }
  }

  private static String wordsIn(Language language) {
    return "words/" + language.tag() + ".json";
  }

  private String hash() {
    StringBuilder all = new StringBuilder();
    contents.forEach((path, content) -> all.append(path).append(DigestUtils.sha256Hex(content)));
    return DigestUtils.sha256Hex(all.toString()).substring(0, 12);
  }

  private static CachedReply reply(String path, byte[] content) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    String type = TYPES.getOrDefault(ending, "application/octet-stream");
    return CachedReply.forAll(type, content, KEPT_FOR_EVER);
  }

  /** The template of every page. */
  byte[] shell() {
    return shell;
  }

  /** The file at an address below {@link #PREFIX}. */
  Optional<CachedReply> find(String address) {
    return Optional.ofNullable(replies.get(address));
  }

  /** The text of a file of the webroot. */
  Optional<String> content(String path) {
    return Optional.ofNullable(contents.get(path))
        .map(content -> new String(content, StandardCharsets.UTF_8));
  }

  /** What all addresses of these begin with; another content has another. */
  String base() {
    return base;
  }

  /** Where a file of the webroot is served. */
  String address(String path) {
    return base + path;
  }

  String styles() {
    return base + STYLES;
  }

  String words(Language language) {
    return base + wordsIn(language);
  }

  /** The addresses of all modules that this one cannot do without, itself first. */
  List<String> needed(String module) {
    return modules.of(module).stream().map(this::address).toList();
  }

  /** All that is in a folder, and what its modules cannot do without. */
  Set<String> neededIn(String folder) {
    Set<String> found = new TreeSet<>();
    for (String path : contents.keySet()) {
      if (path.startsWith(folder)) {
        found.add(address(path));
        found.addAll(path.endsWith(".js") ? needed(path) : List.of());
      }
    }
    return found;
  }

  /** What modules call by a name, as a browser reads it. */
  String importMap() {
    ObjectNode imports = Json.object();
    named.forEach((name, path) -> imports.put(name, address(path)));
    return Json.object().<ObjectNode>set("imports", imports).toString();
  }
}
