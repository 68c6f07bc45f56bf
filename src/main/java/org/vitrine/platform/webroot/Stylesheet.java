package org.vitrine.platform.webroot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The styles of the kit and of all features as one file: {@code base/styles/layers.css} says which
 * layers there are, each other file of {@code base/styles} is the layer of its name, and what lies
 * beside an element is in the layer {@code elements}.
 */
public final class Stylesheet {
  private static final String LAYERS = "base/styles/layers.css";
  private static final String ELEMENTS = "elements";
  private static final Pattern STATEMENT = Pattern.compile("@layer ([^;{]+);");
  private static final Pattern OF_THE_KIT = Pattern.compile("base/styles/([^/]+)\\.css");
  private static final Pattern OF_AN_ELEMENT = Pattern.compile("[^/]+/elements/[^/]+\\.css");

  private final String layers;
  private final Set<String> known;
  private final StringBuilder joined = new StringBuilder();

  private Stylesheet(Map<String, byte[]> files) {
    this.layers = text(files.getOrDefault(LAYERS, new byte[0]));
    this.known = layersIn(layers);
  }

  private static Set<String> layersIn(String statement) {
    Matcher matcher = STATEMENT.matcher(statement);
    if (!matcher.find()) {
      throw new IllegalStateException(LAYERS + " does not say which layers there are");
    }
    return Arrays.stream(matcher.group(1).split(",")).map(String::trim).collect(Collectors.toSet());
  }

  /**
   * Joins the stylesheets among these files, the kit's first.
   *
   * @throws IllegalStateException if one of them belongs to no layer
   */
  public static byte[] of(Map<String, byte[]> files) {
    Stylesheet sheet = new Stylesheet(files);
    sheet.joined.append(sheet.layers);
    List<String> paths =
        new TreeMap<>(files)
            .keySet().stream()
                .filter(path -> path.endsWith(".css") && !path.equals(LAYERS))
                .toList();
    paths.stream().filter(Stylesheet::isOfTheKit).forEach(path -> sheet.add(path, files.get(path)));
    paths.stream()
        .filter(path -> !isOfTheKit(path))
        .forEach(path -> sheet.add(path, files.get(path)));
    return sheet.joined.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isOfTheKit(String path) {
    return path.startsWith("base/");
  }

  private void add(String path, byte[] content) {
    joined
        .append("\n/* %s */\n@layer %s {\n".formatted(path, layer(path)))
        .append(text(content))
        .append("}\n");
  }

  private String layer(String path) {
    Matcher ofTheKit = OF_THE_KIT.matcher(path);
    if (ofTheKit.matches() && known.contains(ofTheKit.group(1))) {
      return ofTheKit.group(1);
    }
    if (OF_AN_ELEMENT.matcher(path).matches()) {
      return ELEMENTS;
    }
    throw new IllegalStateException(path + " belongs to no layer");
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
