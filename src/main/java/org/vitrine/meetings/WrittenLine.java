package org.vitrine.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.vitrine.meetings.MinuteLine.LineKind;

/**
 * A line of the minutes as it stands.
 *
 * @param sequence its place in the minutes of the meeting
 * @param person who wrote it first
 * @param version raised by one with each other text, kind or deed
 */
record WrittenLine(
    long id,
    MeetingNumber meeting,
    Optional<Long> item,
    int sequence,
    LineKind kind,
    String text,
    long person,
    String author,
    int version,
    Optional<LineHold> hold,
    Optional<LineDeed> deed,
    Instant writtenAt) {

  /**
   * What of it is done.
   *
   * @param number by which it is followed
   */
  record LineDeed(long number, String owner, LocalDate due) {}
}
