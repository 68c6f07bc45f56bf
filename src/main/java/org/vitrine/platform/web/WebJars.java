package org.vitrine.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The browser libraries that came as WebJars, whatever their versions: their files by {@code
 * lib/<jar>/<file>}, and the import map by which pages call them by name.
 */
final class WebJars {
  private static final Pattern FILE =
      Pattern.compile("([^/]+)/[^/]+/((?!development/|node/).*\\.(?:js|css)|package\\.json)");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, byte[]> files = new TreeMap<>();
  private final ObjectNode imports = MAPPER.createObjectNode();

  WebJars() {
    Resources.read("META-INF/resources/webjars").forEach(this::add);
  }

  Map<String, byte[]> files() {
    return files;
  }

  /** The import map, its addresses below {@code base}. */
  String importMap(String base) {
    ObjectNode based = MAPPER.createObjectNode();
    imports.properties().forEach(e -> based.put(e.getKey(), base + e.getValue().asText()));
    return MAPPER.createObjectNode().set("imports", based).toString();
  }

  private void add(String path, byte[] content) {
    Matcher file = FILE.matcher(path);
    if (!file.matches()) {
      return;
    }
    String folder = "lib/" + file.group(1) + "/";
    if (file.group(2).equals("package.json")) {
      name(folder, content);
    } else {
      files.put(folder + file.group(2), content);
    }
  }

  private void name(String folder, byte[] description) {
    try {
      JsonNode json = MAPPER.readTree(description);
      String main = json.path("module").asText(json.path("main").asText());
      String name = json.path("name").asText();
      if (main.endsWith(".js")) {
        imports.put(name, folder + main.replaceFirst("^\\./", ""));
        imports.put(name + "/", folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + "package.json cannot be read", e);
    }
  }
}
