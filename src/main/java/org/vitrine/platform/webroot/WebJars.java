package org.vitrine.platform.webroot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The browser libraries that came as WebJars, or were laid out like one by the build, whatever
 * their versions: their files by {@code lib/<jar>/<file>}, and the names by which pages call them.
 */
public final class WebJars {
  private static final Pattern FILE =
      Pattern.compile("([^/]+)/[^/]+/((?!development/|node/).*\\.(?:js|css|wasm)|package\\.json)");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, String> named = new TreeMap<>();

  public WebJars() {
    Resources.read("META-INF/resources/webjars").forEach(this::add);
    named.values().removeIf(path -> !path.endsWith("/") && !files.containsKey(path));
  }

  public Map<String, byte[]> files() {
    return files;
  }

  /** What pages call by a name: a module, or a folder where both end in a slash. */
  public Map<String, String> named() {
    return named;
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
        named.put(name, folder + main.replaceFirst("^\\./", ""));
        named.put(name + "/", folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + "package.json cannot be read", e);
    }
  }
}
