package org.vitrine.meetings;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.vitrine.actions.Actions;
import org.vitrine.companies.Companies;
import org.vitrine.invitations.Invitations;
import org.vitrine.mail.Mailer;
import org.vitrine.people.Unsubscribing;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.words.Words;

/**
 * What comes after meetings, put together: who writes it, who reads it, and what goes by itself.
 */
final class AfterMeetings {
  private final AfterwardsOffice office;
  private final Afterwards afterwards;
  private final MinutesClockWork clockWork;
  private final List<Subscriber> subscribers;

  /**
   * How minutes are told.
   *
   * @param zone where the plant is: there days begin
   */
  record MinutesTelling(
      Mailer mailer,
      Unsubscribing unsubscribing,
      Words words,
      MinutesMailChoices choices,
      String manufacturer,
      ZoneId zone) {}

  AfterMeetings(
      Database database,
      MeetingDesk desk,
      MeetingReader reader,
      Invitations invitations,
      Companies companies,
      Actions actions,
      MinutesTelling telling,
      Clock clock) {
    SaidReader said = new SaidReader(new FollowedActions(actions));
    AmendmentDays days = new AmendmentDays(telling.zone());
    this.afterwards =
        new Afterwards(
            days,
            new MinutesMails(
                telling.mailer(),
                telling.unsubscribing(),
                telling.words(),
                new MinutesReaders(invitations),
                said,
                telling.choices()),
            new LineActions(actions));
    this.office =
        new AfterwardsOffice(
            database,
            desk,
            reader,
            afterwards,
            said,
            companies,
            new MinutesDocument(new MinutesWords(telling.words()), telling.manufacturer()));
    this.clockWork = new MinutesClockWork(database, desk, afterwards, days, clock);
    this.subscribers = List.of(new CarryOver(desk), new ReopenedMatters(desk, clock));
  }

  /** What it draws on the pages of meetings, after their lines are there. */
  static List<MeetingPart> parts(Actions actions, ZoneId zone) {
    return List.of(
        new FollowedPart(new FollowedActions(actions)),
        new AfterwardsPart(new AmendmentDays(zone)));
  }

  AfterwardsOffice office() {
    return office;
  }

  Afterwards afterwards() {
    return afterwards;
  }

  MinutesClockWork clockWork() {
    return clockWork;
  }

  List<Subscriber> subscribers() {
    return subscribers;
  }
}
