package org.vitrine.meetings;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.invitations.Venue;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.ZoneNames;

/**
 * What of a meeting is to be another; what is absent stays.
 *
 * @param room empty where it has none any more; {@code video} likewise
 * @param capacity 0 where everybody can come
 * @param state live, where it begins; prepared, where it is over; cancelled, where it does not take
 *     place
 * @param reason why, for those who were asked
 * @param series true where all that is still to come of its series is cancelled with it
 */
public record EditMeeting(
    String title,
    LocalDateTime start,
    String zone,
    Integer minutes,
    String room,
    URI video,
    Integer capacity,
    MeetingState state,
    String reason,
    Boolean series) {
  private static final int LONGEST_REASON = 500;

  public EditMeeting {
    if (title != null) {
      title = PlanMeeting.title(title);
    }
    if (start != null) {
      PlanMeeting.requireReal(start);
    }
    if (zone != null) {
      ZoneNames.require("zone", zone);
    }
    if (minutes != null) {
      PlanMeeting.requireLength(minutes);
    }
    if (capacity != null && capacity != 0) {
      PlanMeeting.requireSeats(capacity);
    }
    if (state == MeetingState.CANCELLED) {
      reason = reason(reason);
    }
    if (Boolean.TRUE.equals(series) && state != MeetingState.CANCELLED) {
      throw new Rejection.Invalid("series", "A series can be cancelled from here, nothing else");
    }
  }

  /** That a meeting begins or ends is said by itself. */
  void requireNothingElse() {
    if (Stream.of(title, start, zone, minutes, room, video, capacity, reason)
        .anyMatch(Objects::nonNull)) {
      throw new Rejection.Invalid(
          "state", "“%s” is said by itself, without another change".formatted(state.code()));
    }
  }

  static String reason(String reason) {
    String said = reason == null ? "" : reason.strip();
    if (said.isEmpty() || said.length() > LONGEST_REASON) {
      throw new Rejection.Invalid(
          "reason",
          "Give the reason in 1 to %d characters: those whom it concerns read it"
              .formatted(LONGEST_REASON));
    }
    return said;
  }

  MeetingTime time(MeetingTime before) {
    return new MeetingTime(
        start == null ? before.start() : start,
        zone == null ? before.zone() : ZoneId.of(zone),
        minutes == null ? before.length() : Duration.ofMinutes(minutes));
  }

  Venue place(Venue before) {
    Optional<URI> link = Optional.ofNullable(video).filter(uri -> !uri.toString().isEmpty());
    return new Venue(
        room == null ? before.room() : Optional.of(room), video == null ? before.video() : link);
  }

  Optional<Integer> capacity(Optional<Integer> before) {
    return capacity == null ? before : Optional.of(capacity).filter(seats -> seats > 0);
  }
}
