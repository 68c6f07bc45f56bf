package org.vitrine.notices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.orders.DelayChange;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

/**
 * Dates that will hardly be kept, as news: for whoever has to decide about one, for customers what
 * they are offered until somebody answers, and for the house what that was. What is offered is
 * mailed by itself: whoever has that mail gets no other.
 */
final class DelayNews {
  static final Set<String> KINDS = DelayChange.KINDS;

  /** That wait for somebody to do something. */
  private static final Set<String> WORK = Set.of("opened", "overdue", "other-day", "call-me");

  /** Whoever could be written to was: now the others are told, too. */
  private static final String OFFERED = "told";

  private static final String WITHDRAWN = "withdrawn";

  private static final Set<String> FOR_STAFF =
      Set.of(
          "accepted", "other-day", "declined", "call-me", "silent-consent", "lapsed", "taken-back");

  private DelayNews() {}

  static List<News> of(List<Change> changes, Instant now) {
    return changes.stream()
        .filter(change -> KINDS.contains(change.kind()) && change.company().isPresent())
        .map(DelayChange::of)
        .filter(DelayNews::isNews)
        .map(change -> news(change, now))
        .toList();
  }

  private static boolean isNews(DelayChange change) {
    return change.kind().equals(DelayChange.RISK)
        ? WORK.contains(change.happened())
        : Set.of(OFFERED, WITHDRAWN).contains(change.happened())
            || FOR_STAFF.contains(change.happened());
  }

  private static News news(DelayChange change, Instant now) {
    if (change.happened().equals(OFFERED)) {
      return offered(change, now);
    }
    boolean withdrawn = change.happened().equals(WITHDRAWN);
    boolean risk = change.kind().equals(DelayChange.RISK);
    return new News(
        News.nameOf(change.kind(), change.key(), change.happened(), Json.text(change.facts())),
        "delay." + change.happened(),
        Optional.of(NoticeTopic.PROMISES).filter(any -> withdrawn),
        Optional.of(risk ? NoticeTopic.RISKS : NoticeTopic.PROMISES).filter(any -> !withdrawn),
        change.company().value(),
        Optional.of(change.order().value()),
        change.lines(),
        Optional.empty(),
        risk ? Optional.of(people(change.facts())) : Optional.empty(),
        facts(change),
        WORK.contains(change.happened()),
        now);
  }

  private static News offered(DelayChange change, Instant now) {
    return new News(
        nameOfOffer(change),
        "delay.offered",
        Optional.of(NoticeTopic.PROMISES),
        Optional.empty(),
        change.company().value(),
        Optional.of(change.order().value()),
        change.lines(),
        Optional.empty(),
        Optional.empty(),
        offeredFacts(change),
        false,
        people(change.facts()),
        now);
  }

  private static String nameOfOffer(DelayChange change) {
    return News.nameOf(DelayChange.OFFER, change.key(), "offered");
  }

  private static ObjectNode offeredFacts(DelayChange change) {
    JsonNode terms = change.facts().path("said");
    ObjectNode facts = Json.object().put("order", change.number().value());
    facts.set("lines", Json.tree(change.lines()));
    facts.put("offer", change.key()).put("until", terms.path("answerBy").asText());
    if (terms.path("date").isTextual()) {
      facts.put("date", terms.path("date").asText());
    }
    if (terms.path("silence").asText().equals("consent")) {
      facts.put("silence", "consent");
    }
    return facts;
  }

  /** Nothing waits for an answer any more: that it was offered is told to nobody longer. */
  static List<SettledNews> settled(List<Change> changes) {
    return changes.stream()
        .filter(change -> change.kind().equals(DelayChange.OFFER) && change.company().isPresent())
        .map(DelayChange::of)
        .filter(
            change -> change.happened().equals(WITHDRAWN) || FOR_STAFF.contains(change.happened()))
        .map(change -> new SettledNews(change.company().value(), nameOfOffer(change)))
        .toList();
  }

  /**
   * What people of a company were told and need no longer.
   *
   * @param change by which it was named
   */
  record SettledNews(long company, String change) {}

  private static List<Long> people(JsonNode facts) {
    List<Long> people = new ArrayList<>();
    facts.path("people").forEach(person -> people.add(person.asLong()));
    return people;
  }

  private static ObjectNode facts(DelayChange change) {
    ObjectNode facts = Json.object().put("order", change.number().value());
    JsonNode said = change.facts();
    if (change.kind().equals(DelayChange.RISK)) {
      facts.set("lines", Json.tree(change.lines()));
      return facts
          .put("date", said.path("promised").asText())
          .put("percent", Math.round(said.path("chance").asDouble() * 100));
    }
    JsonNode date = said.path("said").path("date");
    return date.isTextual() && change.happened().equals("other-day")
        ? facts.put("date", date.asText())
        : facts;
  }
}
