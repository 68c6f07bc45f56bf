package org.vitrine.meetings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.actions.Actions;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.invitations.Invitations;
import org.vitrine.mail.Mailer;
import org.vitrine.meetings.AfterMeetings.MinutesTelling;
import org.vitrine.meetings.MeetingGuests.NamedGuest;
import org.vitrine.nonconformances.OpenNonconformances;
import org.vitrine.people.Unsubscribing;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.words.Words;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.reviews.Reviews;

/**
 * The door to meetings with customers. What somebody does in a meeting at the same moment as
 * another is done one after the other; what does not fit any more is a {@link Rejection.Conflict}
 * that says so.
 */
public final class Meetings {
  private final Companies companies;
  private final MeetingDesk desk;
  private final MeetingReader reader;
  private final MeetingGuests guests;
  private final SeriesPlanner dates;
  private final MeetingPlanner planner;
  private final AgendaBuilder builder;
  private final AgendaDesk agenda;
  private final OrderMatterKeeper orders;
  private final List<Subscriber> subscribers;
  private final MeetingTable table;
  private final AfterMeetings after;
  private final MinutesMailChoices mailChoices = new MinutesMailChoices();

  /** The rooms below that it asks. */
  public record MeetingGround(
      Invitations invitations,
      Actions actions,
      Reviews reviews,
      Companies companies,
      OrderSnapshots snapshots,
      OpenNonconformances nonconformances,
      Mailer mailer,
      Unsubscribing unsubscribing,
      Words words,
      String manufacturer) {}

  /**
   * @param zone where the plant is: there days begin
   */
  public Meetings(
      Database database, Changes changes, MeetingGround ground, ZoneId zone, Clock clock) {
    this.companies = ground.companies();
    this.desk = new MeetingDesk(database, changes, new MeetingRepository(), clock);
    this.reader =
        new MeetingReader(
            database,
            Stream.concat(
                    Stream.of(
                        new AgendaPart(),
                        new GuestsPart(ground.invitations()),
                        new MinutePart(),
                        new PollPart(),
                        new PresencePart()),
                    AfterMeetings.parts(ground.actions(), zone).stream())
                .toList());
    this.after =
        new AfterMeetings(
            database,
            desk,
            reader,
            ground.invitations(),
            ground.companies(),
            ground.actions(),
            new MinutesTelling(
                ground.mailer(),
                ground.unsubscribing(),
                ground.words(),
                mailChoices,
                ground.manufacturer(),
                zone),
            clock);
    this.table = new MeetingTable(desk, reader, ground.actions(), after.afterwards()::ended);
    this.guests =
        new MeetingGuests(desk, ground.invitations(), ground.reviews(), ground.companies());
    this.dates = new SeriesPlanner(database, changes, ground.invitations(), guests, clock);
    this.planner =
        new MeetingPlanner(database, changes, desk, ground.invitations(), guests, dates, clock);
    this.builder = new AgendaBuilder(database, desk, clock);
    this.agenda = new AgendaDesk(desk, builder, ground.mailer());
    this.orders = new OrderMatterKeeper(database, ground.snapshots(), zone, clock);
    this.subscribers =
        List.of(
            new VoiceMatterReader(clock),
            new OrderMatterReader(clock),
            new ActionMatterReader(ground.actions(), clock),
            new NonconformanceMatterReader(ground.nonconformances(), clock));
  }

  /** Those that come next. */
  public ComingMeetings coming() {
    return new ComingMeetings();
  }

  MeetingDesk desk() {
    return desk;
  }

  MeetingReader reader() {
    return reader;
  }

  AgendaDesk agenda() {
    return agenda;
  }

  List<Subscriber> subscribers() {
    return subscribers;
  }

  /** The page of one as this audience sees it; throws where there is none for them. */
  ObjectNode page(MeetingAudience audience, MeetingNumber number) {
    return reader.as(
        audience,
        queries ->
            Optional.ofNullable(reader.pages(queries, audience, List.of(number)).get(number))
                .orElseThrow(MeetingDesk::notHere));
  }

  /** Theirs, or all; the house may ask for those that one company is asked to, by its code. */
  ObjectNode list(MeetingAudience audience, Optional<String> code) {
    if (audience.company().isPresent() && code.isPresent()) {
      throw new Rejection.Forbidden("You read the meetings of your own company");
    }
    Optional<CompanyId> company =
        audience.company().or(() -> code.map(named -> companies.require(named).id()));
    return reader.as(audience, queries -> reader.list(queries, audience, company));
  }

  /** Plans one; of a series this is its next. Nobody is told before they are invited. */
  public MeetingNumber plan(MeetingPerson by, PlanMeeting plan) {
    MeetingNumber number = planner.plan(by, plan);
    builder.build(number);
    return number;
  }

  /** Begins one or ends it; moves it, or calls it off, of which whoever is asked is told. */
  public void edit(MeetingPerson by, MeetingNumber number, EditMeeting edit) {
    if (edit.state() == MeetingState.CANCELLED) {
      planner.cancel(by, number, edit);
      return;
    }
    if (edit.state() == null) {
      planner.edit(by, number, edit);
      return;
    }
    edit.requireNothingElse();
    switch (edit.state()) {
      case LIVE -> table.progress().begin(by, number);
      case PREPARED -> table.progress().end(by, number);
      case FINAL -> after.office().finish(by, number);
      default ->
          throw new Rejection.Invalid(
              "state", "“%s” does not come about this way".formatted(edit.state().code()));
    }
  }

  /** What people do at one. */
  public MeetingHost at(MeetingNumber number) {
    return new MeetingHost(this, number);
  }

  /** What comes after they were held. */
  AfterMeetings after() {
    return after;
  }

  /** Makes minutes final by themselves; for whoever turns the clock. */
  public MinutesClockWork minutesClock() {
    return after.clockWork();
  }

  /** Who wants mails about minutes. */
  public MinutesMailChoices mailChoices() {
    return mailChoices;
  }

  /** What happens at one while it is held. */
  MeetingTable table() {
    return table;
  }

  /** Whom these name, before anybody is told. */
  List<NamedGuest> preview(MeetingNumber number, AskedGuests asked) {
    MeetingAudience house = new MeetingAudience.ForHouse(true, true);
    return reader.as(
        house,
        queries ->
            guests.preview(
                queries,
                reader.find(queries, house, List.of(number)).stream()
                    .findFirst()
                    .orElseThrow(MeetingDesk::notHere),
                asked));
  }

  /** Returns how many were asked who were not before. */
  public int invite(MeetingPerson by, MeetingNumber number, InviteGuests wanted) {
    int invited = guests.invite(by, number, wanted);
    builder.build(number);
    return invited;
  }

  /** The house adds an item; a customer proposes one. */
  public void add(MeetingPerson by, MeetingNumber number, ProposeItem wanted) {
    agenda.add(by, number, wanted);
  }

  /** Whether none was ever planned. */
  public boolean areNone() {
    return list(new MeetingAudience.ForHouse(false, false), Optional.empty()).get("rows").isEmpty();
  }

  void uninvite(MeetingPerson by, MeetingNumber number, long person, boolean toSeries) {
    guests.uninvite(by, number, person, toSeries);
  }

  /** Dates of series that come near become meetings. */
  public void continueSeries() {
    dates.continueSeries();
  }

  /** What happened to orders is looked at, and comes to the agendas with all else that is new. */
  public void makeAgendas() {
    orders.look();
    builder.buildStale();
  }
}
