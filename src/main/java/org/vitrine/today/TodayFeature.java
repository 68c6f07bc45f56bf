package org.vitrine.today;

import static org.vitrine.platform.web.MenuPlace.Group.MAIN;

import java.time.Clock;
import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.health.Backups;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.PageEntry;
import org.vitrine.visits.TouchIntervals;
import org.vitrine.voices.Departments;

/** Where staff begin: what wants doing now. */
public final class TodayFeature {
  private TodayFeature() {}

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  public static Feature of(
      Database database,
      Database pages,
      Departments departments,
      TodayGround ground,
      TouchIntervals intervals,
      Backups backups,
      Guards guards,
      Clock clock) {
    List<TodaySection> sections = ground.sections();
    Today today = new Today(database, departments, sections, clock);
    return Feature.named("today")
        .answering(new TodayRoutes(today, intervals, backups, guards))
        .watchedBy(new TodayTopics(today.over(pages)))
        .showing(
            PageEntry.of("/today", "today/pages/today.js")
                .needing(Permission.SEE_TODAY.code())
                .inMenu(MAIN, 5, "nav.today")
                .watching(TodayTopics.NAME));
  }
}
