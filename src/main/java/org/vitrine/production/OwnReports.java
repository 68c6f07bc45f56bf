package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.Amount;
import org.vitrine.platform.database.Queries;

/** The door to what somebody reported themselves, signed in. */
public final class OwnReports {
  private final OwnReportRepository repository = new OwnReportRepository();

  /**
   * A report that somebody sent.
   *
   * @param version of the order, to which this one brought it
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record OwnReport(
      String order,
      long version,
      String kind,
      Optional<String> operation,
      Optional<Amount> good,
      Instant at) {}

  /** The newest since a moment; so many at most. */
  public List<OwnReport> since(Queries queries, long person, Instant moment, int most) {
    return repository.since(queries, person, moment, most);
  }
}
