package org.vitrine.orders;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * What people decided about an order that a program keeps sending: its dates, what of it is
 * cancelled, what is waived.
 *
 * <ul>
 *   <li>A program that sends what stood there before repeats itself: what was decided here stays.
 *   <li>A program that sends anything else has changed its mind: that counts, as it always did, and
 *       what was decided here is forgotten.
 * </ul>
 */
final class HouseDecisions {
  private final HouseDecisionRepository repository = new HouseDecisionRepository();

  /** What a program sends, with what was decided here in the places where it repeats itself. */
  PlaceOrder kept(Queries transaction, Order before, PlaceOrder sent) {
    PlaceOrder kept = sent;
    for (var one : repository.find(transaction, before.id()).entrySet()) {
      if (repeats(sent, one.getKey(), one.getValue())) {
        kept = kept(kept, before, one.getKey());
      } else {
        repository.forget(transaction, before.id(), one.getKey());
      }
    }
    return kept;
  }

  private static boolean repeats(
      PlaceOrder sent, DecidedSubject subject, Optional<JsonNode> stoodThere) {
    if (!subject.what().equals(DecidedSubject.PROMISE)) {
      return stoodThere.equals(texts(sent.cancelled(), sent.lines()).get(subject));
    }
    if (subject.line() != PromiseRevisions.ORDER && sent.line(subject.line()).isEmpty()) {
      return false;
    }
    GivenPromise given =
        subject.line() == PromiseRevisions.ORDER
            ? sent.promise()
            : sent.line(subject.line()).map(Line::promise).orElse(null);
    return given == null
        || stoodThere.map(HouseDecisions::word).filter(it -> it.isRepeatedBy(given)).isPresent();
  }

  private static PlaceOrder kept(PlaceOrder sent, Order before, DecidedSubject subject) {
    int number = subject.line();
    if (number == PromiseRevisions.ORDER) {
      return subject.what().equals(DecidedSubject.PROMISE)
          ? sent.promising(null)
          : sent.cancelledFor(before.cancelReason());
    }
    Optional<Line> known = before.line(number);
    return sent.withLine(
        number,
        line ->
            switch (subject.what()) {
              case DecidedSubject.PROMISE -> line.promised(null);
              case DecidedSubject.CANCELLED ->
                  line.cancelledFor(known.map(Line::cancelled).orElse(null));
              case DecidedSubject.CLOSED_SHORT ->
                  line.cancelled() == null
                      ? line.closedShortFor(known.map(Line::closedShort).orElse(null))
                      : line;
              default ->
                  line.waiving(
                      subject.requirement(),
                      known
                          .flatMap(stood -> stood.requirement(subject.requirement()))
                          .map(Requirement::waiver)
                          .orElse(null));
            });
  }

  /**
   * Remembers what stood where people now decide otherwise; where that stands again, nothing is
   * left to remember.
   *
   * @param promised what was last said of dates, by the line
   * @param revised what is said of them now
   */
  void remember(
      Queries transaction,
      Order before,
      Map<Integer, PromiseWord> promised,
      List<PromiseWord> revised,
      PlaceOrder wanted) {
    Map<DecidedSubject, Optional<JsonNode>> known = repository.find(transaction, before.id());
    for (PromiseWord word : revised) {
      int line = word.line() == null ? PromiseRevisions.ORDER : word.line();
      PromiseWord stood = promised.getOrDefault(line, promised.get(PromiseRevisions.ORDER));
      DecidedSubject subject = DecidedSubject.promise(line);
      Optional<JsonNode> said = known.get(subject);
      if (said == null) {
        repository.remember(
            transaction, before.id(), subject, Optional.ofNullable(stood).map(Json::tree));
      } else if (said.filter(it -> word(it).says(word)).isPresent()) {
        repository.forget(transaction, before.id(), subject);
      }
    }
    Map<DecidedSubject, Optional<JsonNode>> stood = texts(before.cancelReason(), before.lines());
    texts(wanted.cancelled(), wanted.lines())
        .forEach(
            (subject, text) -> {
              if (stood.containsKey(subject) && !stood.get(subject).equals(text)) {
                remember(transaction, before.id(), subject, known, stood.get(subject), text);
              }
            });
  }

  private void remember(
      Queries transaction,
      OrderId order,
      DecidedSubject subject,
      Map<DecidedSubject, Optional<JsonNode>> known,
      Optional<JsonNode> stood,
      Optional<JsonNode> now) {
    if (!known.containsKey(subject)) {
      repository.remember(transaction, order, subject, stood);
    } else if (known.get(subject).equals(now)) {
      repository.forget(transaction, order, subject);
    }
  }

  /** Why the order, its lines and its requirements are cancelled or waived. */
  private static Map<DecidedSubject, Optional<JsonNode>> texts(
      LocalizedText cancelled, List<Line> lines) {
    Map<DecidedSubject, Optional<JsonNode>> texts = new HashMap<>();
    texts.put(DecidedSubject.cancelled(PromiseRevisions.ORDER), tree(cancelled));
    for (Line line : lines) {
      texts.put(DecidedSubject.cancelled(line.number()), tree(line.cancelled()));
      texts.put(DecidedSubject.closedShort(line.number()), tree(line.closedShort()));
      for (Requirement one : line.requirements()) {
        texts.put(DecidedSubject.waiver(line.number(), one.code()), tree(one.waiver()));
      }
    }
    return texts;
  }

  private static Optional<JsonNode> tree(LocalizedText text) {
    return Optional.ofNullable(text).map(Json::tree);
  }

  private static PromiseWord word(JsonNode json) {
    return Json.read(json, PromiseWord.class);
  }
}
