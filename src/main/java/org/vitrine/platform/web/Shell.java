package org.vitrine.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Language;

/**
 * The HTML that every page has in common: its styles, its words and all its modules are named in
 * the head, so that a browser asks for them at once, and what the page begins with stands at the
 * end as data.
 */
final class Shell {
  static final String TEMPLATE = "base/shell.html";
  private static final String BRACES = "\\{\\{|}}";

  /** What is the same on every page, and between two of it the name of a blank. */
  private final String[] parts;

  private final Assets assets;
  private final String importMap;

  Shell(byte[] template, Assets assets) {
    this.parts = new String(template, StandardCharsets.UTF_8).split(BRACES);
    this.assets = assets;
    this.importMap = assets.importMap();
  }

  byte[] page(PageEntry page, Language language, JsonNode given) {
    List<String> entries =
        Stream.concat(page.extensions().stream(), Stream.of(page.module())).toList();
    Map<String, String> values =
        Map.of(
            "language", language.tag(),
            "icon", assets.address("base/favicon.svg"),
            "styles", assets.styles(),
            "words", assets.words(language),
            "imports", importMap,
            "preloads", tags("<link rel=\"modulepreload\" href=\"%s\">", needed(entries)),
            "modules", tags("<script type=\"module\" src=\"%s\"></script>", served(entries)),
            "given", asData(given));
    return filled(values).getBytes(StandardCharsets.UTF_8);
  }

  private String filled(Map<String, String> values) {
    StringBuilder filled = new StringBuilder();
    for (int part = 0; part < parts.length; part++) {
      String text = parts[part];
      filled.append(part % 2 == 0 ? text : Objects.requireNonNull(values.get(text), text));
    }
    return filled.toString();
  }

  /** What the page cannot do without before what others add to it. */
  private List<String> needed(List<String> entries) {
    return entries.reversed().stream()
        .flatMap(entry -> assets.needed(entry).stream())
        .distinct()
        .toList();
  }

  private List<String> served(List<String> entries) {
    return entries.stream().map(assets::address).toList();
  }

  private static String tags(String tag, List<String> addresses) {
    return addresses.stream().map(tag::formatted).collect(Collectors.joining("\n    "));
  }

  /** Nothing in it can end the element that it stands in. */
  private static String asData(JsonNode given) {
    return Json.text(given).replace("<", "\\u003c");
  }

  /** No script runs but our files and the import map; data is no script. */
  String policy() {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self' 'sha256-"
            + Base64.getEncoder().encodeToString(DigestUtils.sha256(importMap))
            + "'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'");
  }
}
