package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why somebody should look after an order though it is not late.
 *
 * @param from the moment from which it is so
 */
public record Risk(RiskKind kind, Instant from) {

  /** The most pressing first. */
  public enum RiskKind {
    /** A mandatory requirement failed. */
    @JsonProperty("failed")
    FAILED,
    /** A stage is being looked into. */
    @JsonProperty("doubted")
    DOUBTED,
    /** A stage is held. */
    @JsonProperty("held")
    HELD,
    /** Nothing was heard for longer than the stage usually takes. */
    @JsonProperty("stale")
    STALE,
    /** It is likely to be ready, or to arrive, after the day that was promised. */
    @JsonProperty("forecast")
    FORECAST
  }

  /**
   * These in the order of time, without those that come while something more pressing is so
   * already: at any moment the last one whose time has come is the one to name.
   */
  static List<Risk> inTime(Stream<Risk> risks) {
    List<Risk> named = new ArrayList<>();
    risks
        .sorted(Comparator.comparing(Risk::from).thenComparing(Risk::kind))
        .forEach(
            risk -> {
              if (named.isEmpty() || risk.kind().compareTo(named.getLast().kind()) < 0) {
                named.add(risk);
              }
            });
    return List.copyOf(named);
  }
}
