package org.vitrine.orders;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vitrine.platform.Rejection;

/**
 * A line that the plant has reported of, and that is to be made by another routing: what was
 * reported then means something else, so whoever sends it is told before it is done.
 *
 * @param from the routing that it has
 * @param to the same line, by the routing that it is to have
 */
record ReroutedLine(String from, Line to) {
  private static final int NAMED = 10;

  /**
   * What would happen.
   *
   * @param known whether a stage of the other routing has this work
   */
  Rejection.Conflict told(Collection<ReportedWork> reported, Predicate<ReportedWork> known) {
    List<String> shown = names(reported, known);
    List<String> hidden =
        names(reported, known.negate()).stream().filter(name -> !shown.contains(name)).toList();
    return new Rejection.Conflict(
        "Line %d has reports and would move from the routing “%s” to “%s”: %s. To move it all the same, send “moveReported”: true (for files: --move-reported)"
            .formatted(to.number(), from, to.routing(), meaning(shown, hidden)));
  }

  private static String meaning(List<String> shown, List<String> hidden) {
    if (hidden.isEmpty()) {
      return "that routing knows all that was reported (%s)".formatted(listed(shown));
    }
    String known = shown.isEmpty() ? "nothing" : listed(shown);
    return "of what was reported, that routing knows %s; no longer shown in stages would be %s"
        .formatted(known, listed(hidden));
  }

  private static List<String> names(
      Collection<ReportedWork> reported, Predicate<ReportedWork> wanted) {
    return reported.stream().filter(wanted).map(ReportedWork::name).distinct().sorted().toList();
  }

  private static String listed(List<String> names) {
    String named =
        names.stream().limit(NAMED).map(name -> "“" + name + "”").collect(Collectors.joining(", "));
    return names.size() <= NAMED ? named : "%s and %d more".formatted(named, names.size() - NAMED);
  }
}
