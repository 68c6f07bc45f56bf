package org.vitrine.today;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.health.Backups;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.today.Today.Whose;
import org.vitrine.visits.TouchIntervals;

/** What wants doing now, over HTTP, and what is said for it. */
final class TodayRoutes implements Routes {
  private final Today today;
  private final TouchIntervals intervals;
  private final Backups backups;
  private final Guards guards;

  TodayRoutes(Today today, TouchIntervals intervals, Backups backups, Guards guards) {
    this.today = today;
    this.intervals = intervals;
    this.backups = backups;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/today", guards.may(Permission.SEE_TODAY), this::show),
        Routes.get("/api/touch-intervals", guards.may(Permission.SEE_TODAY), this::showIntervals),
        Routes.put("/api/touch-intervals", guards.may(Permission.SET_HOUSE), this::saveIntervals),
        Routes.post("/api/backups", guards.may(Permission.SET_HOUSE), this::noteBackup));
  }

  private void show(Exchange exchange) {
    Caller.SignedIn reader = exchange.caller(Caller.SignedIn.class);
    exchange.reply(today.page(new Whose(reader.id(), reader.permissions())));
  }

  private void showIntervals(Exchange exchange) {
    exchange.reply(intervals.all());
  }

  /** Days, by the tier. */
  record SaveTouchIntervals(Integer standard, Integer silver, Integer gold, Integer platinum) {
    Map<String, Integer> named() {
      Map<String, Integer> named = new TreeMap<>();
      Optional.ofNullable(standard).ifPresent(days -> named.put("standard", days));
      Optional.ofNullable(silver).ifPresent(days -> named.put("silver", days));
      Optional.ofNullable(gold).ifPresent(days -> named.put("gold", days));
      Optional.ofNullable(platinum).ifPresent(days -> named.put("platinum", days));
      return named;
    }
  }

  private void saveIntervals(Exchange exchange) {
    intervals.save(exchange.body(SaveTouchIntervals.class).named(), guards.actor(exchange));
    showIntervals(exchange);
  }

  /**
   * A backup that was made.
   *
   * @param note absent where there is nothing to say
   */
  record NoteBackup(String note) {}

  private void noteBackup(Exchange exchange) {
    NoteBackup said = exchange.body(NoteBackup.class);
    exchange.reply(201, backups.made(Optional.ofNullable(said.note()), guards.actor(exchange)));
  }
}
