package org.vitrine.meetings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;

/** The door to the meetings that come next, and what each of them lacks: for staff. */
public final class ComingMeetings {
  private final ComingMeetingRepository repository = new ComingMeetingRepository();

  /**
   * A meeting that comes, or is being held.
   *
   * @param companies how those are called that are asked
   * @param items how much stands on its agenda
   * @param lacks what of it is not there yet
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record ComingMeeting(
      long number,
      String title,
      String state,
      Instant beginsAt,
      Instant endsAt,
      List<String> companies,
      long items,
      List<Lack> lacks) {}

  /** What a meeting needs. */
  public enum Lack {
    GUESTS,
    PLACE,
    AGENDA
  }

  /**
   * Those that are not over at this moment, the next first.
   *
   * @param companies only those that one of these is asked to; absent for all
   */
  public List<ComingMeeting> after(
      Queries queries, Optional<Collection<CompanyId>> companies, Instant now, int most) {
    return repository.coming(queries, companies, now, most);
  }
}
