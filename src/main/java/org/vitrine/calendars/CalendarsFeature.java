package org.vitrine.calendars;

import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;

import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.web.PageEntry;

/**
 * When somebody works: shifts, holidays and worked days, to be kept in the pages and by programs.
 */
public final class CalendarsFeature {
  private CalendarsFeature() {}

  public static Feature of(Calendars calendars, Guards guards) {
    return Feature.named("calendars")
        .answering(new CalendarRoutes(calendars, guards))
        .showing(
            PageEntry.of("/calendars", "calendars/pages/calendars.js")
                .needing(Permission.DEFINE_ROUTINGS.code())
                .inMenu(MANAGE, 15, "nav.calendars"));
  }
}
