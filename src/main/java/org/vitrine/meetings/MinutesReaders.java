package org.vitrine.meetings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.invitations.Invitation;
import org.vitrine.invitations.Invitations;
import org.vitrine.platform.database.Queries;

/** Who is told of minutes: those who came, and those who were asked to. */
final class MinutesReaders {
  private final Invitations invitations;
  private final AfterwardsRepository repository = new AfterwardsRepository();

  MinutesReaders(Invitations invitations) {
    this.invitations = invitations;
  }

  /** One of them; the company is absent of staff. */
  record MinutesReader(long person, Optional<CompanyId> company) {}

  /** Each once. */
  List<MinutesReader> of(Queries queries, MeetingNumber meeting) {
    Map<Long, MinutesReader> readers = new LinkedHashMap<>();
    repository
        .came(queries, Optional.empty(), List.of(meeting))
        .forEach(one -> readers.put(one.person(), new MinutesReader(one.person(), one.company())));
    invitations.of(queries, MeetingPlanner.OCCASION, meeting.value()).stream()
        .filter(one -> !one.withdrawn())
        .forEach(one -> readers.putIfAbsent(one.person(), reader(one)));
    return List.copyOf(readers.values());
  }

  private static MinutesReader reader(Invitation asked) {
    return new MinutesReader(asked.person(), asked.company());
  }
}
