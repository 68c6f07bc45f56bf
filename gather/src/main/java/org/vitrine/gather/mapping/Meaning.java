package org.vitrine.gather.mapping;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.vitrine.gather.journal.Message;
import org.vitrine.gather.plan.Rule;
import org.vitrine.gather.plan.Sense;
import org.vitrine.gather.plan.SourcePlan;
import org.vitrine.gather.sources.Observed;

/** What one value means by one rule. */
final class Meaning {
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_RAW = 100;
  private static final int MOST_DIGITS = 30;

  private final SourcePlan source;
  private final Rule rule;
  private final Observed value;
  private final Draft draft;
  private final Notes notes;
  private final Machines machines;

  Meaning(
      SourcePlan source, Rule rule, Observed value, Draft draft, Notes notes, Machines machines) {
    this.source = source;
    this.rule = rule;
    this.value = value;
    this.draft = draft;
    this.notes = notes;
    this.machines = machines;
  }

  static String textKey(SourcePlan source, String tag) {
    return source.name() + "|text|" + tag;
  }

  static String gapKey(SourcePlan source, Rule rule) {
    return source.name() + "|gap|" + rule.name();
  }

  void read() {
    switch (rule.sense()) {
      case Sense.Count count -> count(count);
      case Sense.States states -> change(states);
      case Sense.Reading reading -> measure(reading);
      case Sense.Condition condition -> sense(condition);
    }
  }

  private void count(Sense.Count count) {
    BigDecimal now = number();
    if (now == null) {
      draft.remember(gapKey(source, rule), "gap");
      return;
    }
    String order = subject().orderKey();
    Stand before = Stand.parse(draft.remembered(key("count")));
    boolean gap = draft.remembered(gapKey(source, rule)) != null;
    draft.forget(gapKey(source, rule));
    if (before == null) {
      draft.remember(key("count"), new Stand(now, order).text());
      return;
    }
    Counter.Difference made =
        gap
            ? Counter.overGap(before.number(), now, before.isOf(order), count)
            : Counter.between(before.number(), now, count);
    draft.remember(key("count"), new Stand(made.standsAt(), order).text());
    if (made.doubt() != null) {
      machines.doubt(rule, "Counter %s %s".formatted(rule.name(), made.doubt()), value, draft);
    }
    if (made.pieces().signum() > 0) {
      reportPieces(count, made.pieces(), order);
    }
  }

  private void reportPieces(Sense.Count count, BigDecimal pieces, String order) {
    if (order == null) {
      notes.unused(
          source.name(), value.tag(), "it counted, but no order is known: not reported", null);
      return;
    }
    ObjectNode report = report("progressed");
    report.put(count.field(), plain(pieces));
    draft.say(Message.Kind.REPORT, report);
  }

  private void change(Sense.States states) {
    Sense.Change change = states.byValue().get(value.text());
    if (change == null) {
      return;
    }
    String order = subject().orderKey();
    if (order == null) {
      notes.unused(
          source.name(), value.tag(), "it changed, but no order is known: not reported", null);
      return;
    }
    String before = draft.remembered(key("state"));
    String kind = kindAfter(before, order, change.kind());
    if (kind == null) {
      return;
    }
    draft.remember(key("state"), "%s %s %s".formatted(kind, order, value.text()));
    ObjectNode report = report(kind);
    if (kind.equals("held")) {
      report.set("reason", change.reason());
    }
    draft.say(Message.Kind.REPORT, report);
  }

  /** What is to be said; null where that was said before. */
  private String kindAfter(String before, String order, String kind) {
    String last = last(before, order);
    boolean running = last.equals("started") || last.equals("resumed");
    return switch (kind) {
      case "held" ->
          before != null && before.equals("held %s %s".formatted(order, value.text()))
              ? null
              : kind;
      case "finished" -> last.equals("finished") ? null : kind;
      default -> running ? null : last.equals("held") ? "resumed" : "started";
    };
  }

  /** What was said last of this order; empty where nothing was. */
  private static String last(String before, String order) {
    if (before == null) {
      return "";
    }
    int space = before.indexOf(' ');
    return before.startsWith(order + " ", space + 1) ? before.substring(0, space) : "";
  }

  private void measure(Sense.Reading reading) {
    if (value.standing() || isTooSoon(reading.thinned().every())) {
      return;
    }
    if (subject().orderKey() == null) {
      notes.unused(
          source.name(), value.tag(), "it measured, but no order is known: not reported", null);
      return;
    }
    ObjectNode report = report("reading");
    report.put("requirement", reading.requirement());
    if (!putMeasured(report, reading.thinned().scale())) {
      return;
    }
    put(report, "unit", subject().serial());
    put(report, "device", reading.device());
    put(report, "raw", cut(value.text()));
    rememberSent(reading.thinned().every());
    draft.say(Message.Kind.REPORT, report);
  }

  private void sense(Sense.Condition condition) {
    if (isTooSoon(condition.thinned().every())) {
      return;
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", id());
    body.put("place", condition.place());
    body.put("quantity", condition.quantity());
    if (!putMeasured(body, condition.thinned().scale())) {
      return;
    }
    put(body, "unit", condition.unit());
    body.put("at", Signals.text(happenedAt()));
    put(body, "device", condition.device());
    rememberSent(condition.thinned().every());
    draft.say(Message.Kind.CONDITION, body);
  }

  private boolean putMeasured(ObjectNode body, BigDecimal scale) {
    if (value.text().equals("true") || value.text().equals("false")) {
      body.put("passed", value.text().equals("true"));
      return true;
    }
    BigDecimal number = number();
    if (number == null) {
      return false;
    }
    body.put("value", plain(number.multiply(scale)));
    return true;
  }

  private boolean isTooSoon(Duration every) {
    String last = draft.remembered(key("sent"));
    return !every.isZero() && last != null && value.at().isBefore(Instant.parse(last).plus(every));
  }

  private void rememberSent(Duration every) {
    if (!every.isZero()) {
      draft.remember(key("sent"), value.at().toString());
    }
  }

  private ObjectNode report(String kind) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("id", id());
    subject().writeTo(report, rule.machine());
    report.put("kind", kind);
    report.put("source", "machine");
    report.put("happenedAt", Signals.text(happenedAt()));
    if (source.arrivalCounts()) {
      report.put("deviceAt", Signals.text(value.at()));
    }
    return report;
  }

  private Instant happenedAt() {
    return source.arrivalCounts() ? value.arrivedAt() : value.at();
  }

  private Subject subject() {
    return new Subject(rule.where(), tag -> draft.remembered(textKey(source, tag)));
  }

  /** The same for the same value, whenever it is read. */
  private String id() {
    String id = "%s:%s:%s".formatted(source.name(), rule.name(), value.key());
    return id.length() <= LONGEST_ID ? id : source.name() + ":" + hash(id);
  }

  private static String hash(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }

  /** Null where it is no number, or one with more digits than anything has, which is told. */
  private BigDecimal number() {
    try {
      BigDecimal number = new BigDecimal(value.text().strip());
      if (Math.abs(number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS) {
        return number;
      }
    } catch (NumberFormatException none) {
      // Told below, like one that is too long.
    }
    notes.unused(source.name(), value.tag(), "it is no number", value.text());
    return null;
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static void put(ObjectNode body, String field, String text) {
    if (text != null && !text.isBlank()) {
      body.put(field, text);
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_RAW ? text : text.substring(0, LONGEST_RAW);
  }

  private String key(String what) {
    return "%s|%s|%s".formatted(source.name(), what, rule.name());
  }

  /** Where a counter stood, and for which order. */
  private record Stand(BigDecimal number, String order) {
    static Stand parse(String text) {
      if (text == null) {
        return null;
      }
      int space = text.indexOf(' ');
      return new Stand(new BigDecimal(text.substring(0, space)), text.substring(space + 1));
    }

    boolean isOf(String other) {
      return order.equals(other == null ? "" : other);
    }

    String text() {
      return "%s %s".formatted(number.toPlainString(), order == null ? "" : order);
    }
  }
}
