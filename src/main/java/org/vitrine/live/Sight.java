package org.vitrine.live;

import java.time.Duration;
import org.vitrine.platform.json.Json;

/** Without the database a page stays as it is, and whoever looks at it is told. */
final class Sight {
  private static final Duration PAGES_ARE_BELIEVED_FOR = Duration.ofSeconds(2);

  private final FeedHealth health;
  private final Hub hub;
  private final Frame blind = Frame.of(Json.object().put("live", false));
  private final Frame seeing = Frame.of(Json.object().put("live", true));
  private volatile boolean sees = true;

  Sight(FeedHealth health, Hub hub) {
    this.health = health;
    this.hub = hub;
  }

  /** Tells everybody, where it is not as it was. */
  void look() {
    boolean now = health.sinceLastSuccess().compareTo(PAGES_ARE_BELIEVED_FOR) < 0;
    if (now != sees) {
      sees = now;
      hub.forEachConnection(connection -> connection.send(now ? seeing : blind));
    }
  }

  /** Tells somebody who has just come. */
  void tell(Connection newcomer) {
    if (!sees) {
      newcomer.send(blind);
    }
  }
}
