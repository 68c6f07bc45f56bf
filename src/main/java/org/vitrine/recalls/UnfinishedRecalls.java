package org.vitrine.recalls;

import java.util.List;
import java.util.Optional;
import org.vitrine.nonconformances.NonconformanceNumber;
import org.vitrine.nonconformances.OpenMatters;
import org.vitrine.platform.database.Queries;

/**
 * A nonconformance is not done as long as a company waits to be told, or for what it was promised,
 * unless somebody answers at its notice for what is left of it: no reason covers several companies.
 */
final class UnfinishedRecalls implements OpenMatters {
  private static final String WHAT = "recalls";
  private static final String INSTEAD =
      "Tell each company that does not know yet; then its remedy is done, or its notice says why"
          + " the rest is left. One reason does not answer for several companies";

  private final Concerns concerns;
  private final RecallRepository repository = new RecallRepository();
  private final RecallNoticeRepository notices = new RecallNoticeRepository();

  UnfinishedRecalls(Concerns concerns) {
    this.concerns = concerns;
  }

  @Override
  public List<OpenMatter> of(Queries queries, NonconformanceNumber number) {
    TellingPlan plan =
        TellingPlan.between(
            repository.find(queries, number),
            concerns.of(queries, number),
            notices.of(queries, number));
    long open = plan.notices().stream().filter(one -> !one.isFinished()).count();
    return open == 0 ? List.of() : List.of(new OpenMatter(WHAT, open, Optional.of(INSTEAD)));
  }
}
