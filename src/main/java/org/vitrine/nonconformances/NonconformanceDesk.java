package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.nonconformances.Nonconformance.FirstWord;
import org.vitrine.nonconformances.Nonconformance.TeamMember;
import org.vitrine.nonconformances.Nonconformance.WhatIsWrong;
import org.vitrine.platform.RandomNumbers;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * Where all writing about nonconformances passes: the row is locked, and what happened, what
 * follows from it and the change are written in one transaction.
 */
final class NonconformanceDesk {
  private final Changes changes;
  private final Clock clock;
  private final NonconformanceRepository repository = new NonconformanceRepository();

  NonconformanceDesk(Changes changes, Clock clock) {
    this.changes = changes;
    this.clock = clock;
  }

  Instant now() {
    return Json.asRead(clock.instant());
  }

  Nonconformance make(
      Queries transaction,
      WhatIsWrong finding,
      NonconformanceAnchor anchor,
      List<TeamMember> team,
      Actor by) {
    FirstWord raised = new FirstWord(now(), by.name());
    long number =
        RandomNumbers.draw(
            drawn -> repository.make(transaction, fresh(drawn, finding, anchor, team, raised)));
    Nonconformance made = fresh(number, finding, anchor, team, raised);
    repository.saveTeam(transaction, made.number(), team);
    return write(
        transaction,
        made,
        "raised",
        Json.object().put("title", finding.title()).put("severity", finding.severity().code()),
        by);
  }

  private static Nonconformance fresh(
      long number,
      WhatIsWrong finding,
      NonconformanceAnchor anchor,
      List<TeamMember> team,
      FirstWord raised) {
    return new Nonconformance(
        new NonconformanceNumber(number), finding, anchor, team, 0, raised, Optional.empty());
  }

  Nonconformance read(Queries queries, NonconformanceNumber number) {
    return repository.find(queries, List.of(number)).stream()
        .findFirst()
        .orElseThrow(NonconformanceDesk::nothing);
  }

  Nonconformance lock(Queries transaction, NonconformanceNumber number) {
    return repository.lock(transaction, number).orElseThrow(NonconformanceDesk::nothing);
  }

  static Rejection nothing() {
    return new Rejection.NotFound("There is no such nonconformance");
  }

  /** Throws {@link Rejection.ChangedMeanwhile} where it is another version by now. */
  void requireStartedFrom(Nonconformance one, Optional<Long> startedFrom) {
    if (startedFrom.isPresent() && startedFrom.get() != one.version()) {
      throw new Rejection.ChangedMeanwhile(NonconformanceReader.row(one), null, null);
    }
  }

  /** What cannot be done with one that is closed. */
  Nonconformance lockOpen(Queries transaction, NonconformanceNumber number) {
    Nonconformance one = lock(transaction, number);
    if (!one.isOpen()) {
      throw new Rejection.Conflict("It is closed; open it again first");
    }
    return one;
  }

  /** Writes how it stands, and that this happened; returns it with that event. */
  Nonconformance write(
      Queries transaction, Nonconformance after, String kind, ObjectNode detail, Actor by) {
    Nonconformance grown = after.grown();
    repository.append(transaction, grown, kind, now(), by, detail);
    repository.save(transaction, grown);
    changes.record(
        transaction,
        List.of(NonconformanceChange.of(NonconformanceChange.KIND, grown, Json.object())));
    return grown;
  }

  void saveTeam(Queries transaction, Nonconformance one) {
    repository.saveTeam(transaction, one.number(), one.team());
  }

  /** Tells other rooms what this came to, beside that something happened. */
  void tell(Queries transaction, String kind, Nonconformance one, ObjectNode body) {
    List<Change> told = List.of(NonconformanceChange.of(kind, one, body));
    changes.record(transaction, told);
  }
}
