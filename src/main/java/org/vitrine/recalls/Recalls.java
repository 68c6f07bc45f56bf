package org.vitrine.recalls;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.MergeFollower;
import org.vitrine.nonconformances.NonconformanceNumber;
import org.vitrine.nonconformances.Nonconformances;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

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
  private final RecallNoticeRepository told = new RecallNoticeRepository();

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

  /** Writes what is told, and tells all whom it concerns, in one act each. */
  public void tell(NonconformanceNumber number, RecallMatter matter, Actor by) {
    desk.save(number, matter, Optional.empty(), by);
    desk.tell(number, Optional.empty(), by);
  }

  /** What somebody of a company chose, and how much of it the house has done since. */
  public void answered(
      NonconformanceNumber number, CompanyId company, Remedy chosen, Amount done, Actor by) {
    NoticeAudience audience = new NoticeAudience.ForCompany(company, true);
    told.of(database, number).stream()
        .filter(notice -> notice.company().equals(company))
        .map(RecallNotice::id)
        .forEach(
            notice -> {
              notices.choose(audience, notice, chosen, by);
              if (done.isPositive()) {
                notices.handle(notice, done, by);
              }
            });
  }

  /**
   * A repair that was chosen.
   *
   * @param codes serials and lots
   */
  public record ChosenRepair(Instant chosen, List<String> codes) {}

  /** What is repaired for these notices: nothing until that was chosen and has begun. */
  public List<ChosenRepair> underRepair(Queries queries, Collection<String> ids) {
    return told
        .find(queries, ids.stream().map(RecallNoticeId::new).toList(), Optional.empty())
        .stream()
        .filter(notice -> notice.isBegunAs(Remedy.REPAIR))
        .map(
            notice ->
                new ChosenRepair(
                    notice.answer().choice().orElseThrow().mark().at(),
                    notice.lines().stream().flatMap(line -> line.codes().stream()).toList()))
        .toList();
  }

  /**
   * What a company was told of, and is not finished.
   *
   * @param state how far it is: told, read, chosen or begun
   */
  public record OpenRecall(String id, LocalizedText title, String state) {}

  /** Of one company, the newest first: for staff. */
  public List<OpenRecall> openOf(Queries queries, CompanyId company) {
    return told.of(queries, company).stream()
        .filter(notice -> !notice.isFinished())
        .map(
            notice ->
                new OpenRecall(
                    notice.id().text(), notice.matter().words().title(), notice.state().code()))
        .toList();
  }

  /** What becomes of notices when two companies become one. */
  public MergeFollower merging() {
    return new MergedRecalls();
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
