package org.vitrine.connectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vitrine.intake.FetchedOutcome.FetchedFault;

/**
 * What is kept of a record.
 *
 * @param revision how often it has said something else since it was first taken
 * @param faults why it was refused; of one that is gone, why its orders stand all the same
 * @param rows what it said, as long as it is refused
 * @param since since when it is so
 */
record KnownRecord(
    String record,
    String fingerprint,
    int revision,
    RecordState state,
    List<String> orders,
    List<FetchedFault> faults,
    List<Map<String, String>> rows,
    Instant since) {

  /** What became of it. */
  enum RecordState {
    @JsonProperty("taken")
    TAKEN,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("gone")
    GONE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static RecordState of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  static KnownRecord taken(
      SourceRecord record, String fingerprint, int revision, List<String> orders, Instant now) {
    return new KnownRecord(
        record.id(), fingerprint, revision, RecordState.TAKEN, orders, List.of(), List.of(), now);
  }

  static KnownRecord refused(
      SourceRecord record,
      String fingerprint,
      int revision,
      List<String> orders,
      List<FetchedFault> faults,
      Instant now) {
    return new KnownRecord(
        record.id(),
        fingerprint,
        revision,
        RecordState.REFUSED,
        orders,
        faults,
        record.rows(),
        now);
  }

  KnownRecord gone(List<FetchedFault> stillStands, Instant now) {
    return new KnownRecord(
        record, fingerprint, revision, RecordState.GONE, orders, stillStands, List.of(), now);
  }

  /** An order of it that it says nothing of any longer, as if that had been a record of its own. */
  KnownRecord leftBehind(String order) {
    return new KnownRecord(
        record + " / " + order,
        fingerprint,
        revision,
        RecordState.GONE,
        List.of(order),
        List.of(),
        List.of(),
        since);
  }

  SourceRecord again() {
    return new SourceRecord(record, null, rows);
  }
}
