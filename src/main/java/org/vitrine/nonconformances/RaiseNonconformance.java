package org.vitrine.nonconformances;

import java.util.List;
import java.util.Optional;
import org.vitrine.nonconformances.Nonconformance.WhatIsWrong;
import org.vitrine.platform.Rejection;

/**
 * What is sent to raise one: what is wrong, and where it showed.
 *
 * @param team who works on it, by e-mail address; the one who leads comes first
 */
public record RaiseNonconformance(
    String title,
    String problem,
    Severity severity,
    List<String> team,
    String order,
    Integer line,
    String stage,
    String requirement,
    Long voice,
    Long meeting,
    String station,
    String lot,
    String piece) {

  WhatIsWrong finding() {
    return finding(title, problem, severity);
  }

  private static WhatIsWrong finding(String title, String problem, Severity severity) {
    String said = NonconformanceText.title(title);
    Optional<String> known = NonconformanceText.problem(problem);
    if (severity == null) {
      throw new Rejection.Invalid(
          "severity", "Say how bad it is: critical, major, minor or observation");
    }
    return new WhatIsWrong(said, known, severity);
  }

  WhereItShowed place() {
    return new WhereItShowed(order, line, stage, requirement, voice, meeting, station, lot, piece);
  }

  /** What is sent to change one: where it showed stays. */
  record ChangeNonconformance(String title, String problem, Severity severity, List<String> team) {
    WhatIsWrong finding() {
      return RaiseNonconformance.finding(title, problem, severity);
    }
  }
}
