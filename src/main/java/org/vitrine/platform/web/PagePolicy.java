package org.vitrine.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a browser lets a page do. No script runs but our files and the import map; data is no
 * script. What a page does not say that it uses is closed on it.
 */
final class PagePolicy {
  private static final List<String> OF_THE_DEVICE =
      List.of("camera", "microphone", "geolocation", "usb", "serial", "payment");

  private PagePolicy() {}

  /**
   * @param importMap the hash of the import map, as a policy has it
   */
  static Map<String, String> headers(PageFrame frame, String importMap) {
    return Map.of(
        "Content-Security-Policy", content(frame, importMap),
        "Permissions-Policy", permissions(frame));
  }

  /** Who takes pictures shows them before they are sent, and reads codes in them by WebAssembly. */
  private static String content(PageFrame frame, String importMap) {
    boolean camera = frame.usesCamera();
    List<String> rules = new ArrayList<>();
    rules.add("default-src 'none'");
    rules.add("script-src 'self' " + importMap + (camera ? " 'wasm-unsafe-eval'" : ""));
    rules.add("style-src 'self'");
    rules.add("connect-src 'self'");
    rules.add("img-src 'self' data:" + (camera ? " blob:" : ""));
    rules.add("font-src 'self'");
    if (camera || frame.usesMedia()) {
      rules.add("media-src 'self'" + (camera ? " blob:" : ""));
    }
    if (frame.alone()) {
      rules.add("worker-src 'self'");
      rules.add("manifest-src 'self'");
    }
    Stream.of("base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'")
        .forEach(rules::add);
    return String.join("; ", rules);
  }

  private static String permissions(PageFrame frame) {
    return OF_THE_DEVICE.stream()
        .map(part -> part + (frame.uses().contains(part) ? "=(self)" : "=()"))
        .collect(Collectors.joining(", "));
  }
}
