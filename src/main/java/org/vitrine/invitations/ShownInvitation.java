package org.vitrine.invitations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.invitations.Invitation.Given;
import org.vitrine.invitations.Invitation.Stand;

/**
 * An invitation as whoever is asked sees it.
 *
 * @param name whom it is for
 * @param instead who comes instead
 * @param isOver true where it cannot be answered any more
 * @param colleagues who may come instead; only where one invitation is looked at
 */
record ShownInvitation(
    long number,
    ShownOccasion occasion,
    String name,
    InvitationState state,
    Optional<String> note,
    Optional<Stand> instead,
    Optional<Instant> answeredAt,
    Optional<AnswerWay> answeredBy,
    int sequence,
    boolean isOver,
    Optional<List<Stand>> colleagues) {

  /**
   * What they are asked to.
   *
   * @param start of the date that comes next
   * @param zone in which it is planned
   * @param series the same for a series and all of its dates; absent for what happens once
   * @param calledOff why, where it was
   */
  record ShownOccasion(
      String kind,
      long number,
      String title,
      String summary,
      Instant start,
      Instant end,
      String zone,
      Venue place,
      Optional<SeriesRule> rule,
      boolean isDateOfSeries,
      Optional<String> series,
      Optional<String> calledOff) {}

  static ShownInvitation of(StoredInvitation stored, Instant now) {
    return of(stored, now, Optional.empty());
  }

  static ShownInvitation of(
      StoredInvitation stored, Instant now, Optional<List<Stand>> colleagues) {
    Invitation one = stored.invitation();
    return new ShownInvitation(
        one.number(),
        shown(stored, now),
        one.name(),
        one.state(),
        one.answered().flatMap(Given::note),
        one.instead(),
        one.answered().map(Given::at),
        one.answered().map(Given::way),
        one.sequence(),
        !stored.isOpen(now),
        colleagues);
  }

  private static ShownOccasion shown(StoredInvitation stored, Instant now) {
    Occasion occasion = stored.occasion();
    Instant start = SeriesDates.next(occasion, now).toInstant();
    return new ShownOccasion(
        occasion.kind(),
        occasion.number(),
        occasion.title(),
        occasion.summary(),
        start,
        start.plus(occasion.length()),
        occasion.zone().getId(),
        occasion.place(),
        occasion.rule(),
        occasion.isDateOfSeries(),
        Optional.of(occasion.uid())
            .filter(uid -> occasion.isDateOfSeries() || occasion.rule().isPresent()),
        stored.called().map(StoredOccasion.Called::reason));
  }
}
