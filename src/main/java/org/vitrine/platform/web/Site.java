package org.vitrine.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Language;

/** All pages and what they are made of, as the webroot was when it was read. */
final class Site {
  private static final String HTML = "text/html; charset=utf-8";

  private final JsonNode menu;
  private final Shell ofTheHouse;
  private final Map<PageEntry, Shell> shells = new HashMap<>();
  private final Set<Assets> assets = new LinkedHashSet<>();
  private final Map<PageVersion, CachedReply> plain = new ConcurrentHashMap<>();
  private final Map<String, CachedReply> beside = new HashMap<>();

  private record PageVersion(PageEntry page, Language language) {}

  /** A page in the menu, as the pages draw it. */
  private record MenuItem(
      String address, String words, MenuPlace.Group group, Optional<String> needs) {}

  Site(List<PageEntry> pages) {
    this.menu = Json.tree(menu(pages));
    List<PageEntry> alone = pages.stream().filter(page -> page.frame().alone()).toList();
    this.ofTheHouse =
        shell(AssetScope.allBut(alone.stream().map(Site::folder).collect(Collectors.toSet())));
    alone.forEach(this::setApart);
    pages.forEach(page -> shell(page).requireModules(page));
  }

  private static String folder(PageEntry page) {
    return AssetScope.folder(page.module());
  }

  private Shell shell(AssetScope scope) {
    Assets these = Assets.of(scope);
    assets.add(these);
    return new Shell(these.shell(), these);
  }

  /** A page that stands alone is made of its own feature's, and of what extends just that page. */
  private void setApart(PageEntry page) {
    Set<String> folders =
        page.modules().stream().map(AssetScope::folder).collect(Collectors.toSet());
    AssetScope scope = AssetScope.theKitAnd(folders);
    Shell shell = shell(scope);
    shells.put(page, shell);
    beside.putAll(new InstallablePage(page, Assets.of(scope)).replies(shell.everything(page)));
  }

  private Shell shell(PageEntry page) {
    return shells.getOrDefault(page, ofTheHouse);
  }

  private Map<String, String> headers(PageEntry page) {
    Map<String, String> headers =
        new HashMap<>(PagePolicy.headers(page.frame(), shell(page).importMapHash()));
    headers.put("Cache-Control", "no-cache");
    headers.put("Vary", "Accept-Encoding, Accept-Language");
    return headers;
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
    if (!page.frame().alone()) {
      given.set("menu", menu);
    }
    return given;
  }

  Optional<CachedReply> asset(String address) {
    return assets.stream().flatMap(these -> these.find(address).stream()).findFirst();
  }

  /** What a page that stands alone has at an address below its own. */
  Optional<CachedReply> beside(String address) {
    return Optional.ofNullable(beside.get(address));
  }

  /** A page without anything that is for one caller only: made when somebody first comes there. */
  CachedReply page(PageEntry page, Language language) {
    return plain.computeIfAbsent(new PageVersion(page, language), this::made);
  }

  private CachedReply made(PageVersion version) {
    PageEntry page = version.page();
    byte[] html = shell(page).page(page, version.language(), given(page));
    return CachedReply.forAll(HTML, html, headers(page));
  }

  /** A page with who looks and what it shows first: for this caller and nobody else. */
  CachedReply page(PageEntry page, Language language, Object viewer, Optional<String> first) {
    ObjectNode given = given(page);
    given.set("me", Json.tree(viewer));
    first.ifPresent(message -> given.putRawValue("first", new RawValue(message)));
    Map<String, String> forOneOnly = new HashMap<>(headers(page));
    forOneOnly.put("Cache-Control", "private, no-store");
    return CachedReply.forOne(HTML, shell(page).page(page, language, given), forOneOnly);
  }
}
