package org.vitrine.connectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.intake.ColumnMapping;
import org.vitrine.intake.ImportKind;

/**
 * A connector as its keepers read it: without its secret.
 *
 * @param hasSecret whether there is one
 * @param state how it is doing
 * @param nextAt when it asks again; absent while it is paused
 * @param runs its newest runs; of one connector only
 */
public record ConnectorCard(
    ConnectorCode code,
    String name,
    ImportKind brings,
    SourceSettings settings,
    ColumnMapping mapping,
    PullRules rules,
    boolean hasSecret,
    int version,
    Instant savedAt,
    String savedBy,
    CardState state,
    Optional<PullFault> fault,
    Optional<Instant> failingSince,
    Optional<Instant> lastSuccessAt,
    Optional<Instant> lastComparedAt,
    Optional<Instant> nextAt,
    RecordCounts records,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<PullRun> runs) {

  /** How it is doing, in a word. */
  public enum CardState {
    @JsonProperty("paused")
    PAUSED,
    @JsonProperty("working")
    WORKING,
    @JsonProperty("failing")
    FAILING,
    @JsonProperty("new")
    NEW,
    @JsonProperty("fine")
    FINE
  }

  /** How many of its records are how. */
  public record RecordCounts(int taken, int refused, int gone) {}

  static ConnectorCard of(Connector one, RecordCounts records, List<PullRun> runs) {
    SaveConnector said = one.said();
    Connector.ConnectorHealth health = one.health();
    return new ConnectorCard(
        one.code(),
        said.name(),
        said.brings(),
        said.settings(),
        said.mapping(),
        said.rules(),
        one.sealed().isPresent(),
        said.version(),
        one.savedAt(),
        one.savedBy(),
        state(one),
        health.fault(),
        health.failingSince(),
        health.lastSuccess(),
        health.lastCompared(),
        Optional.of(health.nextAt()).filter(next -> !said.rules().paused()),
        records,
        runs);
  }

  private static CardState state(Connector one) {
    if (one.health().isAtWork()) {
      return CardState.WORKING;
    }
    if (one.said().rules().paused()) {
      return CardState.PAUSED;
    }
    if (one.health().fault().isPresent()) {
      return CardState.FAILING;
    }
    return one.health().lastSuccess().isEmpty() ? CardState.NEW : CardState.FINE;
  }
}
