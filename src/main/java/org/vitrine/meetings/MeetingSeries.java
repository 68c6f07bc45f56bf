package org.vitrine.meetings;

import java.util.Optional;
import java.util.Set;
import org.vitrine.invitations.Occasion;
import org.vitrine.invitations.SeriesRule;
import org.vitrine.invitations.Venue;

/**
 * A meeting that comes again and again: each of its dates becomes a meeting of its own when it
 * comes near.
 *
 * @param uid what calendars call it and all its dates
 * @param first when its first date begins
 * @param leftOut who is meant by whom it asks and was not chosen: none of its dates asks them
 */
record MeetingSeries(
    long id,
    String uid,
    String title,
    MeetingKind kind,
    SeriesRule rule,
    MeetingTime first,
    Venue place,
    Optional<Integer> capacity,
    AskedGuests asked,
    Set<Long> leftOut) {
  static final String OCCASION = "meeting-series";

  /** What people are asked to who are asked to all of it. */
  Occasion occasion() {
    return new Occasion(
        OCCASION,
        id,
        uid,
        title,
        "",
        first.start(),
        first.zone(),
        first.length(),
        place,
        Optional.of(rule),
        capacity,
        Optional.empty());
  }
}
