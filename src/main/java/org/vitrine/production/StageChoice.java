package org.vitrine.production;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.orders.Amount;

/**
 * To which stage a report belongs whose operation stands in several (wash, inspect, anneal), where
 * it does not say: to the one that its pieces have reached. All that was said of the line is gone
 * through in the order in which it happened.
 *
 * <ul>
 *   <li>A later stage is reached once one between it and the stage before was heard from, by as
 *       many pieces as were counted there.
 *   <li>Of those that are reached, the first has it that still lacks as many pieces, else the last.
 * </ul>
 */
final class StageChoice {
  private final Routing routing;
  private final Amount ordered;
  private final Set<String> heard = new HashSet<>();
  private final Map<String, Map<String, Long>> counted = new HashMap<>();

  private StageChoice(LineTally tally) {
    this.routing = tally.routing();
    this.ordered = tally.line().quantity();
  }

  /** By the id of the report. */
  static Map<String, Stage> of(LineTally tally) {
    StageChoice choice = new StageChoice(tally);
    Map<String, String> known = new HashMap<>();
    tally
        .courses()
        .forEach((code, course) -> course.reports().forEach(one -> known.put(one.id(), code)));
    Map<String, Stage> chosen = new HashMap<>();
    Stream.concat(
            tally.courses().values().stream().flatMap(StageTimeline::reports),
            tally.ambiguous().stream())
        .sorted(Report.BY_TIME)
        .forEach(
            report -> {
              String code = known.get(report.id());
              if (code == null) {
                Stage stage = choice.choose(report);
                chosen.put(report.id(), stage);
                code = stage.code();
              }
              choice.note(code, report);
            });
    return chosen;
  }

  private void note(String stage, Report report) {
    heard.add(stage);
    counted
        .computeIfAbsent(stage, unheard -> new HashMap<>())
        .merge(name(report), good(report), Long::sum);
  }

  private Stage choose(Report report) {
    List<Stage> reached = reached(routing.stagesOf(report.place().operation()));
    return reached.stream()
        .filter(stage -> fits(report, stage, reached))
        .findFirst()
        .orElse(reached.getLast());
  }

  private List<Stage> reached(List<Stage> candidates) {
    List<Stage> reached = new ArrayList<>();
    for (Stage stage : candidates) {
      if (reached.isEmpty() || between(reached.getLast(), stage).anyMatch(this::isHeardFrom)) {
        reached.add(stage);
      }
    }
    return reached;
  }

  private Stream<Stage> between(Stage earlier, Stage later) {
    List<Stage> stages = routing.stages();
    return stages.subList(stages.indexOf(earlier) + 1, stages.indexOf(later)).stream();
  }

  private boolean isHeardFrom(Stage stage) {
    return heard.contains(stage.code());
  }

  private boolean fits(Report report, Stage stage, List<Stage> reached) {
    int at = reached.indexOf(stage);
    long most;
    if (at > 0) {
      most = between(reached.get(at - 1), stage).mapToLong(this::mostCounted).max().orElse(0);
    } else if (ordered != null) {
      most = ordered.thousandths();
    } else {
      return reached.size() == 1;
    }
    return most - countedBy(stage, name(report)) >= Math.max(1, good(report));
  }

  private long mostCounted(Stage stage) {
    return counted.getOrDefault(stage.code(), Map.of()).values().stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  private long countedBy(Stage stage, String operation) {
    return counted.getOrDefault(stage.code(), Map.of()).getOrDefault(operation, 0L);
  }

  private static String name(Report report) {
    return report.place().operation() == null ? "" : report.place().operation();
  }

  /** In thousandths. */
  private static long good(Report report) {
    return report.pieces().isRework() ? 0 : report.pieces().goodOrNone().thousandths();
  }
}
