package org.vitrine.meetings;

import static org.vitrine.platform.web.MenuPlace.Group.MAIN;

import java.time.Duration;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.Chore;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;

/** Meetings with customers: planned, held, and followed. */
public final class MeetingsFeature {
  private static final Duration SERIES_EVERY = Duration.ofMinutes(10);

  private static final Duration AGENDAS_EVERY = Duration.ofSeconds(5);

  private MeetingsFeature() {}

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  public static Feature of(
      Meetings meetings, Database pages, Guards guards, Idempotency idempotency) {
    return Feature.named("meetings")
        .answering(
            new MeetingRoutes(meetings, guards, idempotency),
            new ItemRoutes(meetings, meetings.agenda(), guards, idempotency),
            new LineRoutes(meetings.table(), guards, idempotency),
            new PollRoutes(meetings.table().polls(), guards, idempotency),
            new TableRoutes(meetings.table(), guards))
        .foundBy(new MeetingFinder())
        .watchedBy(new MeetingTopics(meetings.reader().over(pages)))
        .showing(
            PageEntry.of("/meetings", "meetings/pages/meetings.js")
                .needing(Permission.ATTEND_MEETINGS.code())
                .inMenu(MAIN, 35, "nav.meetings")
                .watching(MeetingTopics.ALL),
            PageEntry.of("/meetings/:number", "meetings/pages/meeting.js")
                .needing(Permission.ATTEND_MEETINGS.code())
                .watching(exchange -> MeetingTopics.ONE + exchange.path("number")),
            PageEntry.of("/meetings/:number/screen", "meetings/pages/screen.js")
                .needing(Permission.ANSWER_VOICES.code())
                .watching(
                    exchange -> MeetingTopics.ONE + exchange.path("number") + MeetingTopics.SCREEN))
        .extending("/orders", "meetings/pages/on-invitations.js")
        .extending("/invitation", "meetings/pages/on-invitations.js")
        .extending("/companies/:code", "meetings/pages/on-company.js")
        .hearing(meetings.subscribers().toArray(Subscriber[]::new))
        .doing(
            new Chore("dates of series", SERIES_EVERY, meetings::continueSeries),
            new Chore("agendas", AGENDAS_EVERY, meetings::makeAgendas));
  }
}
