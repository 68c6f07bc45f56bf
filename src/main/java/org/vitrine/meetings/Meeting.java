package org.vitrine.meetings;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.vitrine.invitations.Venue;

/**
 * A meeting, as everybody who is asked to it may know it.
 *
 * @param version raised by one with each change of anything in it
 * @param currentItem where we are
 * @param cancelReason why it does not take place
 */
public record Meeting(
    MeetingNumber number,
    int version,
    MeetingKind kind,
    MeetingState state,
    String title,
    MeetingTime time,
    Venue place,
    Optional<SeriesDate> series,
    MeetingSubject subject,
    Optional<Long> currentItem,
    Optional<String> cancelReason,
    MeetingMoments moments) {

  /** Which date of a series it is, as the rule has it: it may have been moved. */
  public record SeriesDate(long series, LocalDateTime recursAt) {}

  /**
   * What it is about.
   *
   * @param previous whose open items come here
   * @param review the design review, by its number
   * @param order whose stage is witnessed
   */
  public record MeetingSubject(
      Optional<MeetingNumber> previous,
      Optional<Long> review,
      Optional<String> order,
      Optional<String> stage) {}

  /** When it went on: it was begun, its minutes were prepared, and final. */
  public record MeetingMoments(
      Optional<Instant> live, Optional<Instant> prepared, Optional<Instant> last) {}
}
