package org.vitrine.visits;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vitrine.visits.NoteVisit.WhoWasThere;

/** What was noted at a visit, and what the company says of it. */
record VisitRecord(
    VisitNumber visit,
    UUID id,
    WhoWasThere present,
    List<String> photos,
    RecordMark noted,
    Instant openUntil,
    Optional<RecordMark> confirmed,
    List<RecordLine> lines) {
  VisitRecord {
    photos = List.copyOf(photos);
    lines = List.copyOf(lines);
  }

  /**
   * @param by empty where its days went by in silence
   */
  record RecordMark(Instant at, String by) {}

  /** What a line is. */
  enum LineSort {
    FACT("fact"),
    WISH("wish"),
    PROMISE("promise");

    private final String code;

    LineSort(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /**
   * One thing that was said: our wording, and theirs beside it.
   *
   * @param became the number of the message, or of the action
   */
  record RecordLine(
      int line, LineSort sort, String text, Optional<Long> became, Optional<Correction> corrected) {

    static RecordLine of(int line, LineSort sort, String text) {
      return new RecordLine(line, sort, text, Optional.empty(), Optional.empty());
    }

    RecordLine becoming(long number) {
      return new RecordLine(line, sort, text, Optional.of(number), corrected);
    }
  }

  /** How the company says it. */
  record Correction(String text, String by, Instant at) {}

  long corrections() {
    return lines.stream().filter(line -> line.corrected().isPresent()).count();
  }
}
