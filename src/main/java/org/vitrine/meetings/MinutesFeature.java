package org.vitrine.meetings;

import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;

/** What comes after meetings: their minutes, and what came of what was said. */
public final class MinutesFeature {
  private MinutesFeature() {}

  /** It is asked before meetings themselves, which take any word for the number of one. */
  public static Feature of(Meetings meetings, Guards guards, Idempotency idempotency) {
    AfterMeetings after = meetings.after();
    return Feature.named("minutes")
        .answering(new AfterwardsRoutes(after.office(), guards, idempotency))
        .showing(
            PageEntry.of("/meetings/:number/minutes", "meetings/pages/minutes.js")
                .needing(Permission.ATTEND_MEETINGS.code())
                .watching(exchange -> MeetingTopics.ONE + exchange.path("number")))
        .extending("/orders", "meetings/pages/on-orders.js")
        .extending("/actions", "meetings/pages/on-actions.js")
        .hearing(after.subscribers().toArray(Subscriber[]::new))
        .doing(after.clockWork().chore());
  }
}
