package org.vitrine.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Language;

/** All pages and what they are made of, as the webroot was when it was read. */
final class Site {
  private static final String HTML = "text/html; charset=utf-8";

  private final Assets assets;
  private final Shell shell;
  private final JsonNode menu;
  private final Map<String, String> headers;
  private final Map<PageVersion, CachedReply> plain = new HashMap<>();

  private record PageVersion(PageEntry page, Language language) {}

  /** A page in the menu, as the pages draw it. */
  private record MenuItem(
      String address, String words, MenuPlace.Group group, Optional<String> needs) {}

  Site(Assets assets, List<PageEntry> pages) {
    this.assets = assets;
    this.shell = new Shell(assets.shell(), assets);
    this.menu = Json.tree(menu(pages));
    this.headers =
        Map.of(
            "Content-Security-Policy", shell.policy(),
            "Cache-Control", "no-cache",
            "Vary", "Accept-Encoding, Accept-Language");
    for (PageEntry page : pages) {
      for (Language language : Language.values()) {
        byte[] html = shell.page(page, language, given(page));
        plain.put(new PageVersion(page, language), CachedReply.forAll(HTML, html, headers));
      }
    }
  }

  private static List<MenuItem> menu(List<PageEntry> pages) {
    return pages.stream()
        .filter(page -> page.menu().isPresent())
        .sorted(Comparator.comparing(page -> page.menu().orElseThrow()))
        .map(Site::item)
        .toList();
  }

  private static MenuItem item(PageEntry page) {
    MenuPlace place = page.menu().orElseThrow();
    return new MenuItem(page.address(), place.words(), place.group(), page.permission());
  }

  private ObjectNode given(PageEntry page) {
    ObjectNode given = Json.object();
    page.permission().ifPresent(needed -> given.put("needs", needed));
    given.set("menu", menu);
    return given;
  }

  Optional<CachedReply> asset(String address) {
    return assets.find(address);
  }

  /** A page without anything that is for one caller only. */
  CachedReply page(PageEntry page, Language language) {
    return plain.get(new PageVersion(page, language));
  }

  /** A page with who looks and what it shows first: for this caller and nobody else. */
  CachedReply page(PageEntry page, Language language, Object viewer, Optional<String> first) {
    ObjectNode given = given(page);
    given.set("me", Json.tree(viewer));
    first.ifPresent(message -> given.putRawValue("first", new RawValue(message)));
    Map<String, String> forOneOnly = new HashMap<>(headers);
    forOneOnly.put("Cache-Control", "private, no-store");
    return CachedReply.forOne(HTML, shell.page(page, language, given), forOneOnly);
  }
}
