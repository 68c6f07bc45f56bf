package org.vitrine.nonconformances;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A fault of a kind: what is wrong and where it showed.
 *
 * @param team who works on it; the one who leads comes first
 * @param version how many events it has
 * @param closing how it was closed; absent while it is open
 */
public record Nonconformance(
    NonconformanceNumber number,
    WhatIsWrong finding,
    NonconformanceAnchor anchor,
    List<TeamMember> team,
    int version,
    FirstWord raised,
    Optional<NonconformanceClosing> closing) {

  /**
   * What is wrong, and how bad it is.
   *
   * @param problem what is known of it, in as many words as it takes
   */
  public record WhatIsWrong(String title, Optional<String> problem, Severity severity) {}

  /** One of the house who works on it. */
  public record TeamMember(long id, String name) {}

  /** When and by whom it was raised. */
  public record FirstWord(Instant at, String by) {}

  /**
   * How it was closed.
   *
   * @param text what there was to say
   */
  public record NonconformanceClosing(Instant at, String by, Optional<String> text) {}

  public boolean isOpen() {
    return closing.isEmpty();
  }

  Nonconformance edited(WhatIsWrong found, List<TeamMember> people) {
    return new Nonconformance(number, found, anchor, people, version, raised, closing);
  }

  Nonconformance closed(Optional<NonconformanceClosing> how) {
    return new Nonconformance(number, finding, anchor, team, version, raised, how);
  }

  /** With one more event. */
  Nonconformance grown() {
    return new Nonconformance(number, finding, anchor, team, version + 1, raised, closing);
  }
}
