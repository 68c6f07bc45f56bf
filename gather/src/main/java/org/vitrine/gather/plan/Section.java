package org.vitrine.gather.plan;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of the file while it is read. What is wrong is collected and something harmless
 * returned, so that reading goes on and finds the rest.
 */
final class Section {
  private final String path;
  private final Node node;
  private final List<Fault> faults;
  private final Map<String, Node> entries = new LinkedHashMap<>();
  private final Set<String> asked = new TreeSet<>();

  Section(String path, Node node, List<Fault> faults) {
    this.path = path;
    this.node = node;
    this.faults = faults;
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(this::enter);
    } else {
      fault("", "Expected names with values");
    }
  }

  private void enter(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      faults.add(new Fault(lineOf(tuple.getKeyNode()), path, "A name must be a text"));
    } else if (entries.put(key.getValue(), tuple.getValueNode()) != null) {
      faults.add(new Fault(lineOf(key), at(key.getValue()), "It stands here twice"));
    }
  }

  boolean has(String name) {
    asked.add(name);
    return entries.containsKey(name);
  }

  boolean isText(String name) {
    return has(name) && entries.get(name) instanceof ScalarNode;
  }

  /** The text, or null where it is absent. */
  String text(String name) {
    if (!has(name)) {
      return null;
    }
    if (entries.get(name) instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      if (scalar.getValue().isBlank()) {
        fault(name, "Empty");
      }
      return scalar.getValue().strip();
    }
    fault(name, "Expected a text");
    return null;
  }

  /** The text; where it is absent that is a fault. */
  String required(String name) {
    if (!has(name)) {
      fault(name, "Missing");
      return "";
    }
    String text = text(name);
    return text == null ? "" : text;
  }

  boolean flag(String name) {
    String text = text(name);
    if (text == null || text.equals("false")) {
      return false;
    }
    if (!text.equals("true")) {
      fault(name, "“%s” is neither true nor false".formatted(text));
    }
    return true;
  }

  BigDecimal number(String name) {
    String text = text(name);
    try {
      return text == null ? null : new BigDecimal(text);
    } catch (NumberFormatException none) {
      fault(name, "“%s” is not a number".formatted(text));
      return null;
    }
  }

  /** Such as 500ms, 10s, 5m, 1h. */
  Duration duration(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    String compact = text.replace(" ", "").toUpperCase(Locale.ROOT);
    try {
      Duration duration =
          compact.endsWith("MS")
              ? Duration.ofMillis(Long.parseLong(compact.substring(0, compact.length() - 2)))
              : Duration.parse("PT" + compact);
      if (duration.isNegative() || duration.isZero()) {
        fault(name, "“%s” is no time: more than nothing".formatted(text));
      }
      return duration;
    } catch (DateTimeParseException | NumberFormatException none) {
      fault(name, "“%s” is no length of time, such as 500ms, 10s, 5m or 1h".formatted(text));
      return null;
    }
  }

  URI url(String name, Set<String> schemes) {
    String text = required(name);
    if (text.isEmpty()) {
      return null;
    }
    try {
      URI url = new URI(text);
      if (url.getScheme() == null || !schemes.contains(url.getScheme()) || url.getHost() == null) {
        fault(name, "“%s” is no address that begins with %s".formatted(text, listed(schemes)));
      }
      return url;
    } catch (URISyntaxException none) {
      fault(name, "“%s” is no address".formatted(text));
      return null;
    }
  }

  private static String listed(Set<String> schemes) {
    return String.join(" or ", schemes.stream().sorted().map(scheme -> scheme + "://").toList());
  }

  /** One of these; the first where it is absent. */
  String oneOf(String name, List<String> choices) {
    String text = text(name);
    if (text != null && !choices.contains(text)) {
      fault(name, "“%s” is none of %s".formatted(text, String.join(", ", choices)));
    }
    return text == null ? choices.getFirst() : text;
  }

  /** The mapping under this name, or null where it is absent. */
  Section section(String name) {
    return has(name) ? new Section(at(name), entries.get(name), faults) : null;
  }

  List<Section> sections(String name) {
    List<Section> found = new ArrayList<>();
    if (!has(name)) {
      fault(name, "Missing");
    } else if (entries.get(name) instanceof SequenceNode sequence) {
      for (int i = 0; i < sequence.getValue().size(); i++) {
        String place = "%s[%d]".formatted(at(name), i);
        found.add(new Section(place, sequence.getValue().get(i), faults));
      }
    } else {
      fault(name, "Expected a list");
    }
    return found;
  }

  Set<String> names() {
    return entries.keySet();
  }

  /** Tells of all names that nobody asked for: a misspelt one would otherwise count as absent. */
  void requireNothingElse() {
    for (String name : entries.keySet()) {
      if (!asked.contains(name)) {
        fault(name, "Unknown; known here: %s".formatted(String.join(", ", asked)));
      }
    }
  }

  void fault(String name, String sentence) {
    Node place = entries.getOrDefault(name, node);
    faults.add(new Fault(lineOf(place), name.isEmpty() ? path : at(name), sentence));
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
