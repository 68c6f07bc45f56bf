package org.vitrine.notices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Worded;
import org.vitrine.platform.words.Words;

/** A notice as a sentence, in a mail or on a device; pages say the same, by the same words. */
record Sentence(Words words, String kind, ObjectNode facts) implements Worded {
  private static final String KEY = "told.";

  /** What it is about, and what happened: “SO-10047: Final inspection is done”. */
  @Override
  public String in(Language language) {
    return subject(language) + words.text(language, "colon") + said(language);
  }

  String subject(Language language) {
    if (facts.has("message")) {
      return words.text(language, "told.message", Map.of("number", text("message")));
    }
    if (facts.has("action")) {
      return words.text(language, "told.action", Map.of("number", text("action")));
    }
    if (facts.has("device")) {
      return words.text(language, "told.device", Map.of("device", text("device")));
    }
    if (facts.has("serial")) {
      return words.text(language, "told.piece", Map.of("serial", text("serial")));
    }
    String order = text("order");
    return facts.has("lines")
        ? words.text(
            language,
            "told.order-lines",
            Map.of("order", order, "lines", lines(language), "count", facts.get("lines").size()))
        : order;
  }

  private String lines(Language language) {
    return StreamSupport.stream(facts.get("lines").spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(words.text(language, "comma")));
  }

  /** What cannot be said, as of a kind that only a newer node knows, must not hold up the rest. */
  String said(Language language) {
    try {
      return saidInFull(language);
    } catch (IllegalArgumentException noWords) {
      return words.text(language, "told.other");
    }
  }

  private String saidInFull(Language language) {
    Map<String, Object> values = new HashMap<>();
    facts
        .properties()
        .forEach(
            fact -> values.put(fact.getKey(), value(language, fact.getKey(), fact.getValue())));
    return words.text(language, KEY + variant(), values);
  }

  private Object value(Language language, String name, JsonNode fact) {
    return switch (name) {
      case "before", "date", "leftOn", "deliveredOn", "until" ->
          DateTimeFormatter.ofPattern(words.text(language, "mail.day"), language.locale())
              .format(LocalDate.parse(fact.asText()));
      case "stage", "requirement" -> in(language, fact.get("name"));
      case "product", "reason" -> in(language, fact);
      default -> fact.isNumber() ? fact.numberValue() : fact.asText();
    };
  }

  private static String in(Language language, JsonNode text) {
    return Json.read(text, LocalizedText.class).in(language);
  }

  private String text(String name) {
    return facts.path(name).asText();
  }

  /** Which of the sentences of its kind fits what is known. */
  private String variant() {
    return switch (kind) {
      case "promise-revised" -> kind + "." + promise() + with("reason");
      case "cancelled" -> kind + with("reason");
      case "completed" -> kind + with("fewer");
      case "at-risk" -> kind + "." + text("risk");
      case "delay.offered" -> kind + offered();
      case "shipped" -> kind + (facts.has("carrier") ? ".by" : "");
      case "voice.reminded" -> kind + (facts.path("percent").asInt(100) < 100 ? "" : ".over");
      case "voice.added",
          "voice.answered",
          "voice.asked",
          "voice.handed-on",
          "voice.closed",
          "voice.reopened" ->
          kind + with("text");
      default -> kind;
    };
  }

  private String with(String fact) {
    return facts.has(fact) ? "-" + fact : "";
  }

  private String offered() {
    if (!facts.has("date")) {
      return "-open";
    }
    return facts.has("silence") ? "-consent" : "";
  }

  private String promise() {
    if (!facts.has("date")) {
      return "open";
    }
    return facts.has("before") ? "moved" : "set";
  }
}
