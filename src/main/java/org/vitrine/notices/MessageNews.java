package org.vitrine.notices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.platform.changes.Change;

/** What was said in messages, as news for those whom the change names. */
final class MessageNews {
  private static final String PREFIX = "voice.";

  /** What customers and staff say to each other. */
  private static final Set<String> SAID =
      Set.of("said", "added", "answered", "asked", "handed-on", "closed", "reopened");

  /** Work that waits for somebody of the house. */
  private static final Set<String> WORK = Set.of("assigned", "climbed", "reminded");

  static final Set<String> KINDS =
      Stream.concat(SAID.stream(), WORK.stream())
          .map(PREFIX::concat)
          .collect(Collectors.toUnmodifiableSet());

  private MessageNews() {}

  static List<News> of(List<Change> changes, Instant now) {
    return changes.stream()
        .filter(change -> KINDS.contains(change.kind()) && change.company().isPresent())
        .map(change -> news(change, now))
        .toList();
  }

  private static News news(Change change, Instant now) {
    boolean work = WORK.contains(change.kind().substring(PREFIX.length()));
    ObjectNode facts = change.body().deepCopy();
    facts.remove("people");
    facts.set("message", facts.remove("number"));
    Optional.ofNullable(facts.remove("kind")).ifPresent(kind -> facts.set("about", kind));
    Optional.ofNullable(facts.remove("by")).ifPresent(by -> facts.set("by", by.path("name")));
    return new News(
        News.nameOf(change),
        change.kind(),
        Optional.of(NoticeTopic.ANSWERS).filter(topic -> !work),
        Optional.of(NoticeTopic.MESSAGES),
        change.company().get(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.of(people(change.body())),
        facts,
        work,
        now);
  }

  private static List<Long> people(JsonNode body) {
    List<Long> people = new ArrayList<>();
    body.path("people").forEach(person -> people.add(person.asLong()));
    return people;
  }
}
