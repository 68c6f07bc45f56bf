package org.vitrine.meetings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.MeetingAudience.ForGuests;
import org.vitrine.meetings.MinuteLine.LineKind;
import org.vitrine.meetings.PrintedMinutesRepository.PrintedLine;
import org.vitrine.meetings.PrintedMinutesRepository.PrintedTask;
import org.vitrine.meetings.SaidRepository.Raised;
import org.vitrine.platform.database.Queries;

/**
 * “You said, we did”: what a company raised at meetings, and what came of it. Nothing in it is of
 * another company, and it is the same on pages and in mails.
 */
final class SaidReader {
  private final FollowedActions actions;
  private final SaidRepository repository = new SaidRepository();
  private final PrintedMinutesRepository minutes = new PrintedMinutesRepository();

  SaidReader(FollowedActions actions) {
    this.actions = actions;
  }

  /** The newest meetings that were held and to which the company was asked. */
  List<MeetingNumber> held(Queries queries, CompanyId company, int most) {
    return repository.held(queries, company, most);
  }

  /** By meeting, each in the order of its agenda; where nothing was raised, it is left out. */
  Map<MeetingNumber, List<SaidItem>> of(
      Queries queries, CompanyId company, Collection<MeetingNumber> meetings) {
    List<Raised> raised = repository.raised(queries, company, meetings);
    if (raised.isEmpty()) {
      return Map.of();
    }
    Map<Long, List<PrintedLine>> lines =
        minutes.shown(queries, new ForGuests(company), meetings).stream()
            .filter(line -> line.item().isPresent())
            .collect(Collectors.groupingBy(line -> line.item().get()));
    Map<Long, FollowedAction> followed =
        actions.of(
            queries,
            Optional.of(company),
            FollowedActions.numbers(lines.values().stream().flatMap(List::stream).toList()));
    Map<MeetingNumber, List<SaidItem>> said = new LinkedHashMap<>();
    raised.stream()
        .collect(Collectors.groupingBy(Raised::item, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (item, all) ->
                said.computeIfAbsent(all.getFirst().meeting(), number -> new ArrayList<>())
                    .add(item(all, lines.getOrDefault(item, List.of()), followed)));
    return said;
  }

  private static SaidItem item(
      List<Raised> all, List<PrintedLine> lines, Map<Long, FollowedAction> followed) {
    Raised first = all.getFirst();
    return new SaidItem(
        first.item(),
        first.title(),
        first.facts(),
        first.state(),
        first.answer(),
        first.dropped(),
        all.stream().map(Raised::source).toList(),
        lines.stream()
            .filter(line -> line.kind() == LineKind.DECISION)
            .map(PrintedLine::text)
            .toList(),
        lines.stream()
            .flatMap(line -> line.task().flatMap(PrintedTask::action).stream())
            .map(followed::get)
            .filter(Objects::nonNull)
            .toList());
  }
}
