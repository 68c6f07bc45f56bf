package org.vitrine.meetings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A line of the minutes, or what somebody says to an item.
 *
 * @param sequence its place in the minutes of the meeting
 * @param item to what it was said
 * @param corrects which line it corrects, once these are final
 */
record MinuteLine(
    long id,
    MeetingNumber meeting,
    Optional<Long> item,
    int sequence,
    LineKind kind,
    String text,
    MeetingPerson author,
    Optional<Long> corrects,
    Instant writtenAt) {

  enum LineKind {
    REMARK("remark"),
    DECISION("decision"),
    ACTION("action"),
    /** What somebody said to an item on the page, for those who take the minutes. */
    SUGGESTION("suggestion");

    private final String code;

    LineKind(String code) {
      this.code = code;
    }

    @JsonValue
    String code() {
      return code;
    }

    static LineKind of(String code) {
      return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().orElseThrow();
    }
  }
}
