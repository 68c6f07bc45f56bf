package org.vitrine.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing that was agreed with a company.
 *
 * @param kind {@code company} where the company itself was changed, else as events of orders are
 * @param changed of the company: by name, what it was before and what it was after
 * @param code under which that was said
 */
record AgreedPoint(
    @JsonIgnore AgreedPlace place,
    String kind,
    Instant at,
    String by,
    Optional<JsonNode> changed,
    Optional<String> code,
    Optional<PromisePoint> promise) {

  /**
   * A date that was given.
   *
   * @param line absent where it was said of the whole order
   * @param date absent where it is to be confirmed
   * @param before the date until then; absent where there was none
   * @param reason a text, or texts by language
   */
  record PromisePoint(
      String order,
      Optional<Integer> line,
      Optional<LocalDate> date,
      Optional<LocalDate> before,
      Optional<JsonNode> reason) {}
}
