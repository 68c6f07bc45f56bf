package org.vitrine.gather.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads one source with its tags. */
final class SourceReader {
  private final Section section;
  private final PeerReader peers;

  SourceReader(Section section, PeerReader peers) {
    this.section = section;
    this.peers = peers;
  }

  SourcePlan read() {
    String name = name();
    Peer peer = peers.read(section, name);
    Duration rhythm = section.duration("rhythm");
    boolean arrival = section.oneOf("clock", List.of("source", "arrival")).equals("arrival");
    SourcePlan.Times usual = times(section, peer, null);
    RuleReader.Defaults defaults = RuleReader.Defaults.of(section, name);
    List<Rule> rules = new ArrayList<>();
    Map<String, SourcePlan.Times> times = new TreeMap<>();
    Set<String> names = new HashSet<>();
    for (Section tag : section.sections("tags")) {
      Rule rule = new RuleReader(tag, defaults).read();
      SourcePlan.Times ownTimes = times(tag, peer, usual);
      requireTopics(tag, peer, rule);
      requireTellable(tag, peer, rule, ownTimes);
      tag.requireNothingElse();
      if (!names.add(rule.name())) {
        tag.fault(
            "name", "Another tag here is called “%s”: give each a name".formatted(rule.name()));
      }
      times.put(rule.tag(), ownTimes);
      rules.add(rule);
    }
    defaults.where().tags().forEach(tag -> times.putIfAbsent(tag, usual));
    section.requireNothingElse();
    return new SourcePlan(name, peer, rhythm, arrival, times, rules);
  }

  private String name() {
    String name = section.required("name");
    if (!name.isEmpty() && !name.matches("[A-Za-z0-9._-]{1,40}")) {
      section.fault("name", "At most 40 letters, digits, dots, dashes and underscores");
    }
    return name;
  }

  private static SourcePlan.Times times(Section place, Peer peer, SourcePlan.Times usual) {
    if (!(peer instanceof Peer.Mqtt)) {
      return new SourcePlan.Times(null, null);
    }
    String time = pointer(place, "time");
    String sequence = pointer(place, "sequence");
    return new SourcePlan.Times(
        time == null && usual != null ? usual.time() : time,
        sequence == null && usual != null ? usual.sequence() : sequence);
  }

  private static String pointer(Section place, String name) {
    String text = place.text(name);
    if (text != null && !text.startsWith("/")) {
      place.fault(name, "“%s” is no JSON pointer, such as /time".formatted(text));
    }
    return text;
  }

  /** A broker may give a message twice; without its time or number nobody could tell. */
  private static void requireTellable(Section tag, Peer peer, Rule rule, SourcePlan.Times times) {
    if (peer instanceof Peer.Mqtt && times.time() == null && times.sequence() == null) {
      tag.fault("tag", "Say where its time or sequence is, or one sent twice counts twice");
    }
  }

  /** One that stands for many would never be the topic of a message. */
  private static void requireTopics(Section tag, Peer peer, Rule rule) {
    boolean topics =
        Stream.concat(Stream.of(rule.tag()), rule.where().tags()).allMatch(SourceReader::isTopic);
    if (peer instanceof Peer.Mqtt && !topics) {
      tag.fault("tag", "Each is one topic, without + and #; or topic#/pointer");
    }
  }

  private static boolean isTopic(String tag) {
    return tag.matches("[^+#]+(#/.*)?");
  }
}
