package org.vitrine.gather.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what one tag means. */
final class RuleReader {
  private static final List<String> SENSES = List.of("count", "states", "reading", "condition");
  private static final List<String> CHANGES = List.of("started", "held", "resumed", "finished");

  private final Section tag;
  private final Defaults defaults;

  /** What the source says for all of its tags. */
  record Defaults(String machine, Whereabouts where) {
    static Defaults of(Section source, String name) {
      String machine = atMost(source, "machine", source.text("machine"), 100);
      return new Defaults(machine == null ? name : machine, whereabouts(source, null));
    }
  }

  RuleReader(Section tag, Defaults defaults) {
    this.tag = tag;
    this.defaults = defaults;
  }

  Rule read() {
    String called = tag.required("tag");
    String name = tag.text("name");
    String machine = atMost(tag, "machine", tag.text("machine"), 100);
    Whereabouts where = whereabouts(tag, defaults.where());
    Sense sense = sense();
    requireAbout(sense, where);
    return new Rule(
        called,
        name == null ? called : name,
        machine == null ? defaults.machine() : machine,
        where,
        sense);
  }

  private static Whereabouts whereabouts(Section place, Whereabouts usual) {
    return new Whereabouts(
        word(place, "order", 200, usual == null ? null : usual.order()),
        word(place, "workOrder", 200, usual == null ? null : usual.workOrder()),
        word(place, "line", 4, usual == null ? null : usual.line()),
        word(place, "stage", 40, usual == null ? null : usual.stage()),
        word(place, "operation", 200, usual == null ? null : usual.operation()),
        word(place, "serial", 100, usual == null ? null : usual.unit()),
        word(place, "station", 100, usual == null ? null : usual.station()));
  }

  private static Word word(Section place, String name, int most, Word usual) {
    if (!place.has(name)) {
      return usual;
    }
    if (place.isText(name)) {
      return new Word.Fixed(atMost(place, name, place.required(name), most));
    }
    Section from = place.section(name);
    Word.OfTag word = new Word.OfTag(from.required("tag"));
    from.requireNothingElse();
    return word;
  }

  private static String atMost(Section place, String name, String text, int most) {
    if (text != null && text.length() > most) {
      place.fault(name, "Longer than %d characters".formatted(most));
    }
    return text;
  }

  /** Null where it cannot be told, which is a fault. */
  private Sense sense() {
    List<String> given = SENSES.stream().filter(tag::has).toList();
    if (given.size() != 1) {
      tag.fault("", "Expected one of %s".formatted(String.join(", ", SENSES)));
      return null;
    }
    return switch (given.getFirst()) {
      case "count" -> count();
      case "states" -> states(tag.section("states"));
      case "reading" ->
          new Sense.Reading(
              atMost(tag, "reading", tag.required("reading"), 60), device(), thinned());
      default -> condition(tag.section("condition"));
    };
  }

  private Sense count() {
    BigDecimal wraps = tag.number("wrapsAt");
    if (wraps != null && wraps.signum() <= 0) {
      tag.fault("wrapsAt", "More than nothing");
    }
    return new Sense.Count(
        tag.oneOf("count", List.of("good", "rejected", "scrapped")),
        wraps,
        tag.oneOf("resets", List.of("unknown", "to-zero")).equals("to-zero"),
        tag.oneOf("overGaps", List.of("tell", "count")).equals("count"));
  }

  private Sense states(Section states) {
    Map<String, Sense.Change> byValue = new LinkedHashMap<>();
    for (String value : states.names()) {
      byValue.put(value, states.isText(value) ? plain(states, value) : held(states, value));
    }
    if (byValue.isEmpty()) {
      tag.fault("states", "Which states mean something?");
    }
    return new Sense.States(byValue);
  }

  private static Sense.Change plain(Section states, String value) {
    String kind = states.oneOf(value, CHANGES);
    if (kind.equals("held")) {
      states.fault(
          value, "Give the reason, which the customer reads: {held: Waiting for material}");
    }
    return new Sense.Change(kind, null);
  }

  private static Sense.Change held(Section states, String value) {
    Section change = states.section(value);
    JsonNode reason = JsonNodeFactory.instance.textNode("");
    if (change.isText("held")) {
      reason =
          JsonNodeFactory.instance.textNode(atMost(change, "held", change.required("held"), 500));
    } else if (change.has("held")) {
      reason = byLanguage(change.section("held"));
    } else {
      change.fault("", "Expected held with its reason");
    }
    change.requireNothingElse();
    return new Sense.Change("held", reason);
  }

  private static ObjectNode byLanguage(Section languages) {
    ObjectNode texts = JsonNodeFactory.instance.objectNode();
    for (String language : languages.names()) {
      texts.put(language, atMost(languages, language, languages.required(language), 500));
    }
    return texts;
  }

  private Sense condition(Section condition) {
    Sense.Condition read =
        new Sense.Condition(
            atMost(condition, "place", condition.required("place"), 200),
            atMost(condition, "quantity", condition.required("quantity"), 60),
            atMost(condition, "unit", condition.text("unit"), 20),
            device(),
            thinned());
    condition.requireNothingElse();
    return read;
  }

  private String device() {
    return atMost(tag, "device", tag.text("device"), 60);
  }

  private Sense.Thinned thinned() {
    BigDecimal scale = tag.number("scale");
    Duration every = tag.duration("every");
    return new Sense.Thinned(
        scale == null ? BigDecimal.ONE : scale, every == null ? Duration.ZERO : every);
  }

  private void requireAbout(Sense sense, Whereabouts where) {
    if (sense == null || sense instanceof Sense.Condition) {
      return;
    }
    if (where.order() == null && where.workOrder() == null) {
      tag.fault("", "A report needs an order or a workOrder, here or at the source");
    }
    if (!(sense instanceof Sense.Reading) && where.stage() == null && where.operation() == null) {
      tag.fault("", "A report needs a stage or an operation, here or at the source");
    }
  }
}
