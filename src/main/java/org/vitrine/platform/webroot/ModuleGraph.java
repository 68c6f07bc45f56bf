package org.vitrine.platform.webroot;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Which modules a module cannot do without. Only static imports count: what is imported when it is
 * called for ({@code import(…)}) may come later.
 */
public final class ModuleGraph {
  /** What stands between the keyword and the address: names, braces, a star. */
  private static final Pattern IMPORT =
      Pattern.compile(
          "(?:^|[;}\\n])\\s*(?:import|export)\\b\\s*(?:[\\w$\\s{},*]*?\\bfrom\\s*)?[\"']([^\"']+)[\"']");

  private final Map<String, byte[]> files;
  private final Map<String, String> named;
  private final Map<String, List<String>> imports = new ConcurrentHashMap<>();

  /**
   * @param files the modules by their path
   * @param named what an import map calls by a name: a module, or a folder where both end in a
   *     slash
   */
  public ModuleGraph(Map<String, byte[]> files, Map<String, String> named) {
    this.files = files;
    this.named = named;
  }

  /**
   * All that this module needs, itself first and what is imported sooner before what is imported
   * later.
   *
   * @throws IllegalStateException if something is imported that is not there
   */
  public List<String> of(String module) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(module));
    while (!open.isEmpty()) {
      String next = open.removeFirst();
      if (found.add(next)) {
        open.addAll(imports.computeIfAbsent(next, this::read));
      }
    }
    return List.copyOf(found);
  }

  private List<String> read(String module) {
    byte[] content = files.get(module);
    if (content == null) {
      throw new IllegalStateException("There is no module " + module);
    }
    return IMPORT
        .matcher(new String(content, StandardCharsets.UTF_8))
        .results()
        .map(found -> resolve(module, found.group(1)))
        .toList();
  }

  private String resolve(String module, String address) {
    String path =
        address.startsWith(".")
            ? URI.create(module).resolve(address).getPath()
            : byName(address).orElse(address);
    if (!files.containsKey(path)) {
      throw new IllegalStateException(
          "%s imports %s, which is not there".formatted(module, address));
    }
    return path;
  }

  private Optional<String> byName(String address) {
    if (named.containsKey(address)) {
      return Optional.of(named.get(address));
    }
    return named.keySet().stream()
        .filter(name -> name.endsWith("/") && address.startsWith(name))
        .map(name -> named.get(name) + address.substring(name.length()))
        .findFirst();
  }
}
