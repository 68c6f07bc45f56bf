package org.vitrine.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
  private static final String ICON = "base/favicon.svg";
  private static final String MANIFEST = "<link rel=\"manifest\" href=\"%s\">";
  private static final String BAR = "<site-header></site-header>";
  private static final String FOOT = "<site-footer></site-footer>";
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
    List<String> entries = page.modules();
    boolean alone = page.frame().alone();
    Map<String, String> values = new HashMap<>();
    values.put("language", language.tag());
    values.put("icon", assets.address(ICON));
    values.put(
        "manifest",
        new InstallablePage(page, assets).manifest().map(MANIFEST::formatted).orElse(""));
    values.put("styles", assets.styles());
    values.put("words", assets.words(language));
    values.put("imports", importMap);
    values.put("preloads", tags("<link rel=\"modulepreload\" href=\"%s\">", needed(entries)));
    values.put("modules", tags("<script type=\"module\" src=\"%s\"></script>", served(entries)));
    values.put("bar", alone ? "" : BAR);
    values.put("foot", alone ? "" : FOOT);
    values.put("given", asData(given));
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

  /**
   * That all it is made of is there.
   *
   * @throws IllegalStateException if something is not
   */
  void requireModules(PageEntry page) {
    needed(page.modules());
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

  /** All that a page may ever load of these: what is in its folder, what it needs, all words. */
  Collection<String> everything(PageEntry page) {
    Set<String> all = new TreeSet<>(needed(page.modules()));
    all.addAll(assets.neededIn(AssetScope.folder(page.module()) + "/"));
    all.add(assets.styles());
    all.add(assets.address(ICON));
    for (Language language : Language.values()) {
      all.add(assets.words(language));
    }
    return all;
  }

  /** The hash of the import map, as a policy names a script that may run. */
  String importMapHash() {
    return "'sha256-%s'"
        .formatted(Base64.getEncoder().encodeToString(DigestUtils.sha256(importMap)));
  }
}
