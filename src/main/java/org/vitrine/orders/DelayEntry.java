package org.vitrine.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.json.Json;

/** What the history of an order keeps of a date that will hardly be kept. */
public record DelayEntry(EventKind kind, ObjectNode body) {
  private static final String OFFER = "offer";

  /** The customer is asked about another date. */
  public static DelayEntry offered(String offer, OfferTerms terms) {
    ObjectNode body = (ObjectNode) Json.tree(terms);
    return new DelayEntry(EventKind.DELAY_OFFERED, body.put(OFFER, offer));
  }

  /**
   * What they said to it.
   *
   * @param said how they answered, with the lines, the day or the remedy of it
   */
  public static DelayEntry answered(String offer, Object said) {
    ObjectNode body = (ObjectNode) Json.tree(said);
    return new DelayEntry(EventKind.DELAY_ANSWERED, body.put(OFFER, offer));
  }

  /**
   * They said nothing.
   *
   * @param agreed the date to which that was consent; absent where it was none
   */
  public static DelayEntry lapsed(String offer, List<Integer> lines, Optional<LocalDate> agreed) {
    ObjectNode body = about(offer, lines).put("silent", agreed.isPresent());
    agreed.ifPresent(date -> body.put("date", date.toString()));
    return new DelayEntry(EventKind.DELAY_LAPSED, body);
  }

  /** The house offers it no longer. */
  public static DelayEntry withdrawn(String offer, List<Integer> lines) {
    return new DelayEntry(EventKind.DELAY_WITHDRAWN, about(offer, lines));
  }

  /** The customer agrees to an open date no longer. */
  public static DelayEntry takenBack(String offer, List<Integer> lines) {
    return new DelayEntry(EventKind.DELAY_TAKEN_BACK, about(offer, lines));
  }

  private static ObjectNode about(String offer, List<Integer> lines) {
    ObjectNode body = Json.object().put(OFFER, offer);
    body.set("lines", Json.tree(lines));
    return body;
  }

  /**
   * What is done about a line at risk; for the house only.
   *
   * @param choice recover, offer or part-first
   * @param plan how it is to be kept
   * @param lookAgainOn when somebody looks at it again
   * @param chance of keeping the date, from 0 to 1, when that was chosen
   */
  public record RiskChosen(
      int line,
      String choice,
      Optional<String> plan,
      Optional<LocalDate> lookAgainOn,
      Optional<Double> chance) {}

  public static DelayEntry chosen(RiskChosen chosen) {
    return new DelayEntry(EventKind.RISK_CHOSEN, (ObjectNode) Json.tree(chosen));
  }
}
