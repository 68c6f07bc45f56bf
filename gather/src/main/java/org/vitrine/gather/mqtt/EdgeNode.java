package org.vitrine.gather.mqtt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.CRC32C;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.vitrine.gather.sources.Batch;
import org.vitrine.gather.sources.Happening;
import org.vitrine.gather.sources.Observed;
import org.vitrine.gather.sources.Receiver;

/**
 * What is known of one edge node: whether it was born, what its aliases mean, which number its next
 * message bears. Tags are {@code node:metric} and {@code node/device:metric}.
 */
final class EdgeNode {
  private static final int NUMBERS = 256;

  private final String name;
  private final Set<String> tags;
  private final Receiver receiver;
  private final Map<Long, Known> aliases = new HashMap<>();
  private final Map<String, Integer> types = new HashMap<>();
  private Long birth;
  private boolean born;
  private boolean missed;
  private int next;
  private Instant heardAt;

  private record Known(String tag, int type) {}

  /**
   * @param asksForRebirth true where only a new birth says how things stand
   */
  record Outcome(Batch batch, boolean asksForRebirth) {
    static Outcome nothing(boolean asksForRebirth) {
      return new Outcome(null, asksForRebirth);
    }
  }

  /**
   * @param tags of which values are wanted
   */
  EdgeNode(String name, Set<String> tags, Receiver receiver) {
    this.name = name;
    this.tags = tags;
    this.receiver = receiver;
    String known = receiver.position(positionKey());
    this.birth = known == null ? null : Long.valueOf(known);
  }

  /**
   * Something that it said was not heard or not understood: it is lost, unless we never knew it.
   */
  void wasMissed() {
    born = false;
    missed = birth != null;
  }

  Outcome hear(SparkplugTopic topic, Payload message, Instant now) {
    return switch (topic.kind()) {
      case "NBIRTH" -> born(message, now);
      case "NDEATH" -> died(message, now);
      case "DBIRTH" -> deviceBorn(topic, message, now);
      case "DDEATH" -> deviceDied(topic, message, now);
      case "NDATA", "DDATA" -> said(topic, message, now);
      default -> Outcome.nothing(false);
    };
  }

  private Outcome born(Payload message, Instant now) {
    Long number = Metrics.birthNumber(message);
    List<Happening> happenings = new ArrayList<>();
    if (birth != null && number != null && !birth.equals(number)) {
      happenings.add(
          happening(Happening.Kind.RESTARTED, now, "Node %s connected anew".formatted(name)));
    } else if (missed) {
      happenings.add(
          happening(Happening.Kind.GAP, now, "Node %s was not heard for a while".formatted(name)));
    }
    aliases.clear();
    types.clear();
    born = true;
    missed = false;
    birth = number == null ? Long.valueOf(0) : number;
    next = following(message);
    List<Observed> values = values(name, message, now, true);
    heardAt = now;
    Map<String, String> position = Map.of(positionKey(), birth.toString());
    return new Outcome(new Batch(happenings, values, position, () -> {}), false);
  }

  /** A will of an earlier connection may come late, and means nothing. */
  private Outcome died(Payload message, Instant now) {
    Long number = Metrics.birthNumber(message);
    if (number != null && birth != null && !number.equals(birth)) {
      return Outcome.nothing(false);
    }
    born = false;
    return gone(name, tag -> ofNode(tag), now);
  }

  private Outcome deviceBorn(SparkplugTopic topic, Payload message, Instant now) {
    if (!born) {
      return Outcome.nothing(true);
    }
    List<Happening> happenings = new ArrayList<>();
    boolean gap = hasGap(message, now, happenings);
    List<Observed> values = values(topic.place(), message, now, true);
    return new Outcome(new Batch(happenings, values, Map.of(), () -> {}), gap);
  }

  private Outcome deviceDied(SparkplugTopic topic, Payload message, Instant now) {
    if (!born) {
      return Outcome.nothing(true);
    }
    hasGap(message, now, new ArrayList<>());
    return gone(topic.place(), tag -> tag.startsWith(topic.place() + ":"), now);
  }

  private static Outcome gone(String place, Predicate<String> tags, Instant now) {
    String sentence = "%s said that it is gone".formatted(place);
    return new Outcome(
        Batch.of(new Happening(Happening.Kind.GONE, tags, null, null, sentence)), false);
  }

  private Outcome said(SparkplugTopic topic, Payload message, Instant now) {
    if (!born) {
      return Outcome.nothing(true);
    }
    List<Happening> happenings = new ArrayList<>();
    boolean gap = hasGap(message, now, happenings);
    int unknown = unknownAliases(message);
    List<Observed> values = values(topic.place(), message, now, false);
    Batch batch = new Batch(happenings, values, Map.of(), () -> {});
    return new Outcome(batch, gap || unknown > 0);
  }

  /** Every message of a node bears the number after the last, from 0 to 255 and round again. */
  private boolean hasGap(Payload message, Instant now, List<Happening> happenings) {
    boolean gap = message.hasSeq() && message.getSeq() != next;
    if (gap) {
      String sentence =
          "Node %s: message %d came where %d was to come".formatted(name, message.getSeq(), next);
      happenings.add(happening(Happening.Kind.GAP, now, sentence));
    }
    next = following(message);
    heardAt = now;
    return gap;
  }

  private int following(Payload message) {
    long number = message.hasSeq() ? message.getSeq() : next;
    return (int) ((number + 1) % NUMBERS);
  }

  private Happening happening(Happening.Kind kind, Instant now, String sentence) {
    return new Happening(kind, this::ofNode, heardAt, now, sentence);
  }

  private boolean ofNode(String tag) {
    return tag.startsWith(name + ":") || tag.startsWith(name + "/");
  }

  private int unknownAliases(Payload message) {
    int unknown = 0;
    for (Metric metric : message.getMetricsList()) {
      if (!metric.hasName() && !aliases.containsKey(metric.getAlias())) {
        unknown++;
      }
    }
    return unknown;
  }

  private List<Observed> values(String place, Payload message, Instant now, boolean birth) {
    List<Observed> values = new ArrayList<>();
    for (Metric metric : message.getMetricsList()) {
      Known known = known(place, metric, birth);
      if (known != null && tags.contains(known.tag())) {
        values.add(observed(metric, known, message, now, birth));
      }
    }
    return values;
  }

  private Known known(String place, Metric metric, boolean birth) {
    if (!metric.hasName()) {
      return aliases.get(metric.getAlias());
    }
    String tag = place + ":" + metric.getName();
    int type = metric.hasDatatype() ? metric.getDatatype() : types.getOrDefault(tag, 0);
    Known known = new Known(tag, type);
    if (birth) {
      types.put(tag, type);
      if (metric.hasAlias()) {
        aliases.put(metric.getAlias(), known);
      }
    }
    return known;
  }

  private Observed observed(
      Metric metric, Known known, Payload message, Instant now, boolean standing) {
    String text = Metrics.textOf(metric, known.type());
    Instant at = Metrics.timeOf(metric, message, now);
    CRC32C sum = new CRC32C();
    sum.update(String.valueOf(text).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    String key = "%d-%08x".formatted(at.toEpochMilli(), sum.getValue());
    if (text == null || !Metrics.isGood(metric)) {
      String why = text == null ? "it has no value" : "its quality is not good";
      receiver.unusable(known.tag(), why, text);
      return Observed.unknown(known.tag(), at, now, key + "-bad");
    }
    return new Observed(known.tag(), text, at, now, key, standing);
  }

  private String positionKey() {
    return "birth/" + name;
  }
}
