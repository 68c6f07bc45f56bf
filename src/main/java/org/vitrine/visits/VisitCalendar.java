package org.vitrine.visits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.invitations.Invitations;
import org.vitrine.invitations.Invitee;
import org.vitrine.invitations.Occasion;
import org.vitrine.invitations.Venue;
import org.vitrine.platform.database.Queries;
import org.vitrine.visits.Visit.VisitPerson;

/** Visits in the calendars of both sides: each is an occasion by its own number. */
final class VisitCalendar {
  static final String OCCASION = "visit";

  private final Invitations invitations;
  private final VisitWords words;

  VisitCalendar(Invitations invitations, VisitWords words) {
    this.invitations = invitations;
    this.words = words;
  }

  /**
   * What is only noted down afterwards stands in no calendar.
   *
   * @param goes who does, which is another than planned to where somebody covers for them
   */
  void announce(Queries transaction, Visit visit, VisitPerson goes, String company, Instant now) {
    if (visit.plan().ends().isAfter(now)) {
      invitations.announce(transaction, occasion(visit, goes, company));
      invitations.invite(transaction, OCCASION, visit.number().value(), guests(visit, goes));
    }
  }

  /** Who is asked no longer is told; who was asked is told what is otherwise. */
  void move(Queries transaction, Visit after, VisitPerson goes, String company) {
    long number = after.number().value();
    if (invitations.occasion(transaction, OCCASION, number).isEmpty()) {
      return;
    }
    List<Invitee> guests = guests(after, goes);
    Set<Long> asked = guests.stream().map(Invitee::person).collect(Collectors.toSet());
    invitations.of(transaction, OCCASION, number).stream()
        .filter(one -> !asked.contains(one.person()))
        .forEach(one -> invitations.uninvite(transaction, OCCASION, number, one.person()));
    invitations.change(transaction, occasion(after, goes, company));
    invitations.invite(transaction, OCCASION, number, guests);
  }

  void cancel(Queries transaction, VisitNumber number, String reason) {
    if (invitations.occasion(transaction, OCCASION, number.value()).isPresent()) {
      invitations.cancel(transaction, OCCASION, number.value(), reason);
    }
  }

  private Occasion occasion(Visit visit, VisitPerson goes, String company) {
    return Occasion.once(
        OCCASION,
        visit.number().value(),
        visit.plan().uid(),
        words.title(visit.plan().kind(), goes.name(), company),
        "",
        visit.plan().at().atZone(words.zone()),
        Duration.ofMinutes(visit.plan().minutes()),
        new Venue(visit.plan().place(), Optional.empty()));
  }

  private static List<Invitee> guests(Visit visit, VisitPerson goes) {
    List<Invitee> guests =
        visit.with().stream()
            .map(one -> Invitee.of(visit.company(), one.id()))
            .collect(Collectors.toList());
    guests.addFirst(Invitee.staff(goes.id()));
    return guests;
  }
}
