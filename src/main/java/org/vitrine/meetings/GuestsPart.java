package org.vitrine.meetings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vitrine.invitations.Invitation;
import org.vitrine.invitations.Invitations;
import org.vitrine.platform.database.Queries;

/**
 * Who is asked to a meeting and what they answered: all for the house, one's colleagues for
 * customers.
 */
final class GuestsPart implements MeetingPart {
  private final Invitations invitations;
  private final CompanyNameRepository names = new CompanyNameRepository();

  GuestsPart(Invitations invitations) {
    this.invitations = invitations;
  }

  @Override
  public void addTo(Queries queries, MeetingAudience audience, Map<Meeting, ObjectNode> pages) {
    if (!(audience instanceof MeetingAudience.ForScreen)) {
      pages.forEach((meeting, page) -> addTo(queries, audience, meeting, page));
    }
  }

  private void addTo(Queries queries, MeetingAudience audience, Meeting meeting, ObjectNode page) {
    List<Invitation> asked =
        invitations.of(queries, MeetingPlanner.OCCASION, meeting.number().value()).stream()
            .filter(one -> !one.withdrawn())
            .filter(one -> audience.seesAll() || one.company().equals(audience.company()))
            .toList();
    Map<Long, String> companies =
        names.of(
            queries,
            asked.stream().flatMap(one -> one.company().stream()).collect(Collectors.toSet()));
    ObjectNode guests = page.putObject("guests");
    for (Invitation one : asked) {
      ObjectNode guest =
          guests
              .putObject(String.valueOf(one.person()))
              .put("name", one.name())
              .put("state", one.state().code());
      one.company()
          .map(company -> companies.get(company.value()))
          .ifPresent(name -> guest.put("company", name));
      one.instead().ifPresent(stand -> guest.put("instead", stand.name()));
      one.answered().flatMap(Invitation.Given::note).ifPresent(note -> guest.put("note", note));
    }
  }
}
