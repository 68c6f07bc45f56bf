package org.vitrine.notices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

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

  /** What a reader is told of a message, and where its change says it. */
  private static final Map<String, String> FACTS =
      Map.of(
          "message", "/number",
          "title", "/title",
          "about", "/kind",
          "order", "/order",
          "by", "/by/name",
          "text", "/text",
          "percent", "/percent",
          "due", "/due");

  private MessageNews() {}

  static List<News> of(List<Change> changes, Instant now) {
    return changes.stream()
        .filter(change -> KINDS.contains(change.kind()) && change.company().isPresent())
        .map(change -> news(change, now))
        .toList();
  }

  private static News news(Change change, Instant now) {
    boolean work = WORK.contains(change.kind().substring(PREFIX.length()));
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
        facts(change.body()),
        work,
        now);
  }

  /** No more than is named here: what else a change says is for whoever works on it. */
  private static ObjectNode facts(JsonNode body) {
    ObjectNode facts = Json.object();
    FACTS.forEach(
        (name, at) -> {
          JsonNode fact = body.at(at);
          if (!fact.isMissingNode() && !fact.isNull()) {
            facts.set(name, fact);
          }
        });
    return facts;
  }

  private static List<Long> people(JsonNode body) {
    List<Long> people = new ArrayList<>();
    body.path("people").forEach(person -> people.add(person.asLong()));
    return people;
  }
}
