package org.vitrine.house;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of one kind belongs to the example.
 *
 * @param what in the words of people: {@code orders}, {@code reports}, {@code messages}, {@code
 *     people}, {@code routings}, {@code shipments}, {@code links}, {@code invitations}, {@code
 *     photos}, {@code proposals}
 */
record ExamplePart(String what, long count) {
  private static final Map<String, String> BY_TABLE =
      Map.of(
          "orders", "orders",
          "event", "reports",
          "voice", "messages",
          "membership", "people",
          "routing", "routings",
          "shipment", "shipments",
          "glass_link", "links",
          "invitation", "invitations",
          "photo", "photos",
          "proposal", "proposals");

  /** The same for people, who know no tables; not the program's own notes, which nobody misses. */
  static List<ExamplePart> named(List<ExamplePart> byTable) {
    Map<String, Long> counts = new TreeMap<>();
    for (ExamplePart part : byTable) {
      if (part.count() > 0 && BY_TABLE.containsKey(part.what())) {
        counts.merge(BY_TABLE.get(part.what()), part.count(), Long::sum);
      }
    }
    return counts.entrySet().stream()
        .map(entry -> new ExamplePart(entry.getKey(), entry.getValue()))
        .toList();
  }
}
