package org.vitrine.platform.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.platform.json.Json;

/**
 * What a page that stands alone has beside it so that it can be installed and opens without a
 * network: {@code manifest.webmanifest} and {@code worker.js} of its folder. Both keep their
 * address whatever the assets are, and name those that there are now.
 */
final class InstallablePage {
  private static final String WORKER = "worker.js";
  private static final String MANIFEST = "manifest.webmanifest";
  private static final Pattern BLANK = Pattern.compile("\\{\\{([^}]+)}}");

  private final PageEntry page;
  private final Assets assets;
  private final String folder;

  InstallablePage(PageEntry page, Assets assets) {
    this.page = page;
    this.assets = assets;
    this.folder = AssetScope.folder(page.module()) + "/";
  }

  /** Where its manifest is; absent where it has none. */
  Optional<String> manifest() {
    return assets.content(folder + MANIFEST).map(content -> page.address() + "/" + MANIFEST);
  }

  /** What is beside it, by its address. */
  Map<String, CachedReply> replies(Collection<String> shown) {
    Map<String, CachedReply> replies = new HashMap<>();
    assets.content(folder + WORKER).ifPresent(text -> replies.put(WORKER, worker(text, shown)));
    assets.content(folder + MANIFEST).ifPresent(text -> replies.put(MANIFEST, manifest(text)));
    Map<String, CachedReply> beside = new HashMap<>();
    replies.forEach((name, reply) -> beside.put(page.address() + "/" + name, reply));
    return beside;
  }

  /** Whatever the page may need without a network; another list is another worker. */
  private CachedReply worker(String script, Collection<String> shown) {
    ObjectNode given = Json.object().put("page", page.address()).put("assets", assets.base());
    shown.forEach(given.putArray("files")::add);
    return CachedReply.forAll(
        "text/javascript; charset=utf-8",
        bytes("const GIVEN = " + Json.text(given) + ";\n" + script),
        Map.of(
            "Cache-Control", "no-cache",
            "Content-Security-Policy", "default-src 'none'; connect-src 'self'",
            "Service-Worker-Allowed", page.address()));
  }

  private CachedReply manifest(String text) {
    String filled =
        BLANK
            .matcher(text)
            .replaceAll(blank -> Matcher.quoteReplacement(assets.address(blank.group(1))));
    return CachedReply.forAll(
        "application/manifest+json", bytes(filled), Map.of("Cache-Control", "no-cache"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
