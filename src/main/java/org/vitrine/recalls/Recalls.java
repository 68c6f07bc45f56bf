package org.vitrine.recalls;

import java.time.Clock;
import java.time.ZoneId;
import org.vitrine.nonconformances.Nonconformances;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;

/**
 * The door to recalls: what each company concerned by a nonconformance is told, and how far its
 * remedy is.
 */
public final class Recalls {
  private final Database database;
  private final RecallGround ground;
  private final RecallDesk desk;
  private final NoticeDesk notices;
  private final RecallBoard board;
  private final RecallClockWork clockWork;

  /**
   * @param zone where the plant is: its mornings are those of reminders
   */
  public Recalls(
      Database database, Changes changes, RecallGround ground, ZoneId zone, Clock clock) {
    Nonconformances nonconformances = ground.nonconformances();
    Concerns concerns = new Concerns(nonconformances);
    this.database = database;
    this.ground = ground;
    this.desk = new RecallDesk(database, changes, concerns, clock);
    this.notices = new NoticeDesk(database, changes, clock);
    this.board = new RecallBoard(ground.companies(), concerns);
    this.clockWork = new RecallClockWork(database, changes, ground, zone, clock);
    nonconformances.closedAfter(new UnfinishedRecalls(concerns));
  }

  RecallDesk desk() {
    return desk;
  }

  NoticeDesk notices() {
    return notices;
  }

  RecallBoard board() {
    return board;
  }

  RecallReader reader() {
    return new RecallReader(database, ground.companies());
  }

  NoticeAudiences audiences() {
    return new NoticeAudiences(ground.tracking(), ground.links());
  }

  RecallClockWork clockWork() {
    return clockWork;
  }
}
