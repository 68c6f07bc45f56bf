package org.vitrine.gather.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One source: an OPC UA server, a broker, an agent.
 *
 * @param rhythm how often its machines say something; null where that is learned
 * @param arrivalCounts true where its clock is not trusted, so that things happened when they came
 * @param times where the time of a value stands in its message, by tag (plain MQTT alone)
 */
public record SourcePlan(
    String name,
    Peer peer,
    Duration rhythm,
    boolean arrivalCounts,
    Map<String, Times> times,
    List<Rule> rules) {

  /** JSON pointers; each may be null. */
  public record Times(String time, String sequence) {}

  /** Every tag that must be heard, whether it is told or only says what others are about. */
  public Set<String> tags() {
    Set<String> tags = new TreeSet<>(contextTags());
    rules.forEach(rule -> tags.add(rule.tag()));
    return tags;
  }

  /** Tags that say what others are about, such as the order. */
  public Set<String> contextTags() {
    Set<String> tags = new TreeSet<>();
    rules.stream().flatMap(rule -> rule.where().tags()).forEach(tags::add);
    return tags;
  }

  public List<Rule> rulesOf(String tag) {
    return rules.stream().filter(rule -> rule.tag().equals(tag)).toList();
  }

  public Stream<String> machines() {
    return rules.stream().map(Rule::machine).distinct();
  }
}
