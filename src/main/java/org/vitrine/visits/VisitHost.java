package org.vitrine.visits;

import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.access.Sessions;
import org.vitrine.platform.database.Database;
import org.vitrine.visits.VisitAudience.ForVisiting;
import org.vitrine.visits.VisitRecord.LineSort;
import org.vitrine.visits.VisitRecord.RecordLine;

/** What somebody of the house does about visits, for rooms that let them otherwise than by HTTP. */
public final class VisitHost {
  private final Visits visits;
  private final Database database;
  private final Actor actor;
  private final ForVisiting who;
  private final VisitRecordRepository records = new VisitRecordRepository();

  VisitHost(Visits visits, Database database, Caller.SignedIn person) {
    this.visits = visits;
    this.database = database;
    this.actor = Actor.person(person.id(), person.name(), Sessions.From.NOWHERE);
    this.who = new ForVisiting(person.id(), true);
  }

  /** Plans it; what lies behind is only noted down, and nobody is invited. */
  public VisitNumber plan(PlanVisit wanted) {
    return visits.desk().plan(wanted, actor);
  }

  public void miss(VisitNumber number, String reason) {
    visits.desk().miss(who, number, reason, Optional.empty(), actor);
  }

  /**
   * What became of what was noted.
   *
   * @param messages the numbers of what they wished
   * @param actions the numbers of what was promised
   */
  public record BroughtRecord(List<Long> messages, List<Long> actions) {}

  /** Brings what was noted at it, of which nobody is told by mail. */
  public BroughtRecord bring(VisitNumber number, NoteVisit noted) {
    visits.recording().quiet().note(who, number, noted, actor);
    List<RecordLine> lines =
        records.find(database, List.of(number), Optional.empty()).values().stream()
            .flatMap(record -> record.lines().stream())
            .toList();
    return new BroughtRecord(became(lines, LineSort.WISH), became(lines, LineSort.PROMISE));
  }

  private static List<Long> became(List<RecordLine> lines, LineSort sort) {
    return lines.stream()
        .filter(line -> line.sort() == sort)
        .flatMap(line -> line.became().stream())
        .toList();
  }
}
