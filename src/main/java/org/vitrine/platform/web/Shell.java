package org.vitrine.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
  private static final Pattern BLANK = Pattern.compile("\\{\\{(\\w+)}}");

  private final String template;
  private final Assets assets;
  private final String importMap;

  Shell(byte[] template, Assets assets) {
    this.template = new String(template, StandardCharsets.UTF_8);
    this.assets = assets;
    this.importMap = assets.importMap();
  }

  byte[] page(String module, Language language, JsonNode given) {
    List<String> modules = assets.needed(module);
    Map<String, String> values =
        Map.of(
            "language", language.tag(),
            "icon", assets.address("base/favicon.svg"),
            "styles", assets.styles(),
            "words", assets.words(language),
            "imports", importMap,
            "preloads", preloads(modules),
            "module", modules.getFirst(),
            "given", asData(given));
    return filled(values).getBytes(StandardCharsets.UTF_8);
  }

  private String filled(Map<String, String> values) {
    return BLANK
        .matcher(template)
        .replaceAll(blank -> Matcher.quoteReplacement(values.get(blank.group(1))));
  }

  private static String preloads(List<String> modules) {
    return modules.stream()
        .map(address -> "<link rel=\"modulepreload\" href=\"" + address + "\">")
        .collect(Collectors.joining("\n    "));
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
