package org.vitrine.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.actions.Action.ActionOwner;
import org.vitrine.actions.ActionListRepository.CountedAction;
import org.vitrine.platform.database.Queries;

/** The door to what is still to be done, due first: for staff. */
public final class DueActions {
  private final ActionTimes times;
  private final ActionListRepository repository = new ActionListRepository();

  DueActions(ActionTimes times) {
    this.times = times;
  }

  /**
   * One that is open.
   *
   * @param dueAt when that day is over where the plant is: from then on it is overdue
   */
  public record DueAction(
      long number, String text, ActionOwner owner, LocalDate due, Instant dueAt) {}

  /**
   * The first of many.
   *
   * @param total how many there are
   */
  public record DuePart(List<DueAction> rows, long total) {}

  /** What these people have to do. */
  public DuePart of(Queries queries, Collection<Long> owners, int most) {
    return part(repository.due(queries, Optional.of(owners), Optional.empty(), most));
  }

  /** What anybody should have done by now. */
  public DuePart overdue(Queries queries, Instant now, int most) {
    return part(repository.due(queries, Optional.empty(), Optional.of(times.today(now)), most));
  }

  private DuePart part(List<CountedAction> found) {
    return new DuePart(
        found.stream()
            .map(
                one ->
                    new DueAction(
                        one.number(), one.text(), one.owner(), one.due(), times.end(one.due())))
            .toList(),
        found.isEmpty() ? 0 : found.getFirst().total());
  }
}
