package org.vitrine.visits;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.profiles.Profiles;
import org.vitrine.profiles.VisitingRole;
import org.vitrine.visits.ConfirmDesk.CorrectVisitLine;
import org.vitrine.visits.VisitDues.VisitDue;
import org.vitrine.visits.VisitListRepository.VisitSearch;

/** The door to visits: when companies were really met, and who is to be met by when. */
public final class Visits {
  private final VisitDesk desk;
  private final RecordDesk recording;
  private final Database database;
  private final VisitListRepository repository = new VisitListRepository();
  private final ConfirmDesk confirming;
  private final VisitCovers covers;
  private final VisitDues dues;
  private final VisitLists lists;
  private final Preparation preparation;
  private final VisitClockWork clockWork;
  private final CorrectionReader corrections;

  /**
   * @param profiles what says how often each company is met
   * @param zone where the plant is: its days are meant
   */
  public Visits(
      Database database,
      Changes changes,
      VisitGround ground,
      PreparationGround prepared,
      Profiles profiles,
      ZoneId zone,
      Clock clock) {
    this.database = database;
    this.covers = new VisitCovers(database, zone, clock);
    this.dues = new VisitDues(profiles, ground.calendars(), prepared.departments(), zone, clock);
    VisitCalendar calendar = new VisitCalendar(ground.invitations(), ground.words());
    covers.followedBy(new VisitHandover(ground.companies(), calendar, covers, clock));
    this.desk = new VisitDesk(database, changes, ground.companies(), calendar, covers, clock);
    this.recording = new RecordDesk(desk, ground);
    this.confirming = new ConfirmDesk(database, changes, clock);
    this.lists =
        new VisitLists(
            new VisitReader(database, new RecordPage(ground.actions(), ground.photos()), zone),
            dues,
            covers,
            zone);
    this.preparation = new Preparation(database, ground.companies(), dues, prepared.parts(), clock);
    this.clockWork = new VisitClockWork(database, desk, confirming, clock);
    this.corrections = new CorrectionReader(new VisitMails(ground.mailer()));
  }

  /** A room above fills a part of what is read before a visit. */
  public void preparedBy(PreparationPart part) {
    preparation.add(part);
  }

  /**
   * When a company was really met last: by a visit that was made, a call that was noted, a meeting
   * that somebody of it attended. Nothing where nobody was yet.
   */
  public Optional<Instant> lastTouch(Queries queries, CompanyId company) {
    return dues.lastTouch(queries, company);
  }

  /**
   * How it was kept, of one company as one role.
   *
   * @param code of the company
   */
  public record KeptCadence(
      CompanyId company, String code, VisitingRole role, int due, int kept, int missed) {}

  /**
   * How often each company was to be met in these days by its cadence, and was.
   *
   * @param until the last day
   */
  public List<KeptCadence> cadence(Queries queries, LocalDate from, LocalDate until) {
    List<KeptCadence> all = new ArrayList<>();
    dues.counted(queries, from, until)
        .forEach(
            (company, roles) ->
                roles.forEach(
                    (role, count) ->
                        all.add(
                            new KeptCadence(
                                company.id(),
                                company.code(),
                                role,
                                count.due(),
                                count.kept(),
                                count.missed()))));
    return all;
  }

  /** A company, as it is named in a row. */
  public record OverdueCompany(String code, String name, String tier) {}

  /**
   * A company that nobody met in time.
   *
   * @param metAt when somebody did last; absent where nobody has yet
   * @param days the most that may lie between two times
   * @param next when the next visit is planned
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record OverdueVisit(
      OverdueCompany company,
      VisitingRole role,
      Optional<Instant> metAt,
      int days,
      Optional<Instant> next) {}

  /** Of these companies, those closest to the house first. */
  public List<OverdueVisit> overdue(Queries queries, Collection<CompanyId> companies) {
    return companies.isEmpty()
        ? List.of()
        : lists.overdue(queries, Optional.of(companies)).stream().map(Visits::overdue).toList();
  }

  private static OverdueVisit overdue(VisitDue one) {
    var company = one.stand().company();
    return new OverdueVisit(
        new OverdueCompany(company.code(), company.name(), company.tier()),
        one.stand().role(),
        one.stand().touch().map(TouchRepository.RealTouch::at),
        one.cadence().longestDays(),
        one.stand().next().map(TouchRepository.NextVisit::at));
  }

  /** Whether nobody was ever to be met. */
  public boolean areNone() {
    return repository.list(database, VisitSearch.newest(Optional.empty(), 1)).isEmpty();
  }

  /** What this person does as a visitor of the house, for rooms that tell of it. */
  public VisitHost by(Caller.SignedIn person) {
    return new VisitHost(this, database, person);
  }

  /** Says a line of what was noted otherwise, for the company of this contact. */
  public void correct(Caller.SignedIn by, VisitNumber number, int line, String text) {
    confirming.correct(by, by.company().orElseThrow(), number, new CorrectVisitLine(line, text));
  }

  VisitDesk desk() {
    return desk;
  }

  RecordDesk recording() {
    return recording;
  }

  ConfirmDesk confirming() {
    return confirming;
  }

  VisitCovers covers() {
    return covers;
  }

  VisitLists lists() {
    return lists;
  }

  Preparation preparation() {
    return preparation;
  }

  /** What the clock does about visits; for whoever turns it. */
  public VisitClockWork clockWork() {
    return clockWork;
  }

  CorrectionReader corrections() {
    return corrections;
  }
}
