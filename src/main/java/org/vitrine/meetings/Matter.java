package org.vitrine.meetings;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.vitrine.companies.CompanyId;

/**
 * Something that an agenda is made of.
 *
 * @param key names it among those of its kind
 * @param company whose it is; absent of what is nobody's own
 * @param facts what is said of it: names, dates, values
 * @param weight how bad it is, 1 to 5
 * @param open whether there is still something to do about it
 */
record Matter(
    MatterKind kind,
    String key,
    Optional<CompanyId> company,
    MatterPlace place,
    JsonNode facts,
    int weight,
    Instant happenedAt,
    boolean open) {

  enum MatterKind {
    /** What a customer said. */
    VOICE("voice"),
    /** A requirement that failed. */
    REQUIREMENT("requirement"),
    /** A promise that slipped. */
    PROMISE("promise"),
    /** An action that is open. */
    ACTION("action"),
    /** Something that went wrong, and is looked into. */
    NONCONFORMANCE("nonconformance"),
    /** What somebody who is asked wants to talk about. */
    PROPOSAL("proposal");

    private final String code;

    MatterKind(String code) {
      this.code = code;
    }

    @JsonValue
    String code() {
      return code;
    }

    static MatterKind of(String code) {
      return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().orElseThrow();
    }
  }

  /**
   * Where it happened.
   *
   * @param cause what the house found several of them to have in common
   */
  record MatterPlace(
      Optional<Long> order,
      Optional<String> orderNumber,
      Optional<String> product,
      Optional<String> stage,
      Optional<String> requirement,
      Optional<String> cause) {
    static final MatterPlace NOWHERE =
        new MatterPlace(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }
}
