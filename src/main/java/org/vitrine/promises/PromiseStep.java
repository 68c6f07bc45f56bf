package org.vitrine.promises;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A word on a date, or what was asked and answered about one, as the history of an order has it.
 */
record PromiseStep(long version, String kind, Instant at, String by, JsonNode body) {
  private static final Set<String> WORDS = Set.of("promised", "promise-revised");
  private static final String ASKED = "customer-asked";

  boolean isWord() {
    return WORDS.contains(kind);
  }

  /** Absent where it is of the whole order. */
  Optional<Integer> line() {
    return Optional.ofNullable(body.get("line")).map(JsonNode::asInt);
  }

  /** Absent where it is to be confirmed. */
  Optional<LocalDate> date() {
    return text("date").map(LocalDate::parse);
  }

  Optional<String> cause() {
    return text("cause");
  }

  Optional<String> side() {
    return text("side");
  }

  /** Whether the customer accepted an offer by it. */
  boolean isAccepted() {
    return text("offer").isPresent();
  }

  boolean isAgreement() {
    return isAccepted() || cause().filter(ASKED::equals).isPresent();
  }

  private Optional<String> text(String field) {
    return Optional.ofNullable(body.get(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }
}
