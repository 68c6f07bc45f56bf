package org.vitrine.meetings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.actions.ActionState;
import org.vitrine.meetings.PrintedMinutesRepository.PrintedLine;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * What was decided to be done, on the page of a meeting: how far that is which it decided itself,
 * and what came of that which the meeting before did, with which it begins. A company sees what it
 * raised; the screen in the room counts what is open to all.
 */
final class FollowedPart implements MeetingPart {
  private final FollowedActions actions;
  private final PrintedMinutesRepository minutes = new PrintedMinutesRepository();

  FollowedPart(FollowedActions actions) {
    this.actions = actions;
  }

  @Override
  public void addTo(Queries queries, MeetingAudience audience, Map<Meeting, ObjectNode> pages) {
    Set<MeetingNumber> read = new HashSet<>();
    pages
        .keySet()
        .forEach(
            meeting -> {
              read.add(meeting.number());
              meeting.subject().previous().ifPresent(read::add);
            });
    List<PrintedLine> all = minutes.shown(queries, audience, read);
    number(pages, all);
    Map<MeetingNumber, List<PrintedLine>> lines =
        all.stream()
            .filter(line -> line.task().isPresent())
            .collect(Collectors.groupingBy(PrintedLine::meeting));
    Map<Long, FollowedAction> followed =
        actions.of(
            queries,
            audience.company(),
            FollowedActions.numbers(lines.values().stream().flatMap(List::stream).toList()));
    pages.forEach(
        (meeting, page) -> {
          add(page, of(lines, meeting.number(), followed));
          meeting
              .subject()
              .previous()
              .ifPresent(before -> addLast(page, before, of(lines, before, followed)));
        });
  }

  /** What lines are called once minutes are final, and which they correct. */
  private static void number(Map<Meeting, ObjectNode> pages, List<PrintedLine> lines) {
    Map<MeetingNumber, ObjectNode> byNumber =
        pages.entrySet().stream()
            .collect(Collectors.toMap(one -> one.getKey().number(), Map.Entry::getValue));
    for (PrintedLine line : lines) {
      if (byNumber.get(line.meeting()) instanceof ObjectNode page
          && page.path("lines").get(String.valueOf(line.id())) instanceof ObjectNode shown) {
        line.number().ifPresent(number -> shown.put("number", number));
        line.corrects().ifPresent(other -> shown.put("corrects", String.valueOf(other)));
      }
    }
  }

  private static List<FollowedAction> of(
      Map<MeetingNumber, List<PrintedLine>> lines,
      MeetingNumber meeting,
      Map<Long, FollowedAction> followed) {
    return FollowedActions.numbers(lines.getOrDefault(meeting, List.of())).stream()
        .map(followed::get)
        .filter(Objects::nonNull)
        .toList();
  }

  private static void add(ObjectNode page, List<FollowedAction> all) {
    if (!all.isEmpty()) {
      ObjectNode shown = page.putObject("actions");
      all.forEach(one -> shown.set(String.valueOf(one.number()), Json.tree(one)));
    }
  }

  /** What was withdrawn is not counted: nothing could come of it. */
  private static void addLast(
      ObjectNode page, MeetingNumber before, Collection<FollowedAction> all) {
    List<FollowedAction> counted =
        all.stream().filter(one -> one.state() != ActionState.WITHDRAWN).toList();
    ObjectNode last =
        page.putObject("last")
            .put("number", before.value())
            .put("actions", counted.size())
            .put("worked", count(counted, ActionState.WORKED))
            .put("done", count(counted, ActionState.DONE));
    ArrayNode reopened = last.putArray("reopened");
    counted.stream()
        .filter(one -> one.state() == ActionState.REOPENED)
        .forEach(one -> reopened.add(Json.tree(one)));
  }

  private static long count(Collection<FollowedAction> all, ActionState state) {
    return all.stream().filter(one -> one.state() == state).count();
  }
}
