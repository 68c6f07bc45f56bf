package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * That somebody asked to let a requirement go, and what came of it.
 *
 * @param person who asked; absent for a program
 * @param answer who decided and why; absent while it is asked
 */
public record WaiverRequest(
    String order,
    WaivedDemand demand,
    LocalizedText reason,
    @JsonIgnore Optional<Long> person,
    String askedBy,
    Instant askedAt,
    WaiverState state,
    Optional<WaiverAnswer> answer) {

  /** Which requirement of an order. */
  public record WaivedDemand(int line, String requirement, Wording name) {}

  /**
   * What was decided.
   *
   * @param reason why it was declined; absent where it was not
   */
  public record WaiverAnswer(String by, Instant at, String reason) {}

  /** How far it has come. */
  public enum WaiverState {
    ASKED,
    WAIVED,
    DECLINED,
    WITHDRAWN;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static WaiverState of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
