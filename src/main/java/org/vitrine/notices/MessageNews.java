package org.vitrine.notices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.VoiceChange;

/** What was said in messages, as news for those whom the change names. */
final class MessageNews {
  /** Work that waits for somebody of the house; the rest is what customers and staff say. */
  private static final Set<String> WORK =
      Set.of(VoiceChange.ASSIGNED, VoiceChange.CLIMBED, VoiceChange.REMINDED);

  static final Set<String> KINDS = VoiceChange.kinds();

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
    boolean work = WORK.contains(change.kind());
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
