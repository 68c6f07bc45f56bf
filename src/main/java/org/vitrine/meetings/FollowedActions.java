package org.vitrine.meetings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.actions.ActionNumber;
import org.vitrine.actions.Actions;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.PrintedMinutesRepository.PrintedLine;
import org.vitrine.meetings.PrintedMinutesRepository.PrintedTask;
import org.vitrine.platform.database.Queries;

/** What was decided to be done, as far as it is: a company sees that of what it raised itself. */
final class FollowedActions {
  private final Actions actions;

  FollowedActions(Actions actions) {
    this.actions = actions;
  }

  /** The numbers under which what these lines say is followed. */
  static List<Long> numbers(Collection<PrintedLine> lines) {
    return lines.stream()
        .flatMap(line -> line.task().flatMap(PrintedTask::action).stream())
        .distinct()
        .toList();
  }

  /** By their numbers: what a company raised, or all. */
  Map<Long, FollowedAction> of(
      Queries queries, Optional<CompanyId> company, Collection<Long> numbers) {
    List<ActionNumber> asked = numbers.stream().map(ActionNumber::new).toList();
    List<FollowedAction> found =
        company.isPresent()
            ? actions.shownTo(queries, company.get(), asked).stream()
                .map(FollowedAction::of)
                .toList()
            : actions.find(queries, asked).stream().map(FollowedAction::of).toList();
    return found.stream().collect(Collectors.toMap(FollowedAction::number, Function.identity()));
  }
}
