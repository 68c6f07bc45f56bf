package org.vitrine.production;

import java.util.HashMap;
import java.util.Map;
import org.vitrine.calendars.WorkCalendar;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.platform.json.Json;

/**
 * What the stages of an order's lines are worked by: a stage by the calendar that it names, or else
 * by that of its routing, or else by the plant's; around the clock where there is none.
 *
 * @param routings the code of the calendar that a routing names, by its own
 * @param calendars what is worked by them, by their codes
 */
public record WorkingTimes(Map<String, String> routings, Map<String, WorkingTime> calendars) {
  public static final WorkingTimes AROUND_THE_CLOCK = new WorkingTimes(Map.of(), Map.of());

  public WorkingTimes {
    routings = Map.copyOf(routings);
    calendars = Map.copyOf(calendars);
  }

  /** As {@code working_times_of} writes them. */
  private record Stored(Map<String, String> routings, Map<String, WorkCalendar> calendars) {}

  static WorkingTimes read(String json) {
    Stored stored = Json.read(json, Stored.class);
    Map<String, WorkingTime> calendars = new HashMap<>();
    stored.calendars().forEach((code, one) -> calendars.put(code, one.workingTime()));
    return new WorkingTimes(stored.routings(), calendars);
  }

  /** By what a stage of this routing is worked. */
  public WorkingTime of(String routing, Stage stage) {
    return calendars.getOrDefault(
        calendarOf(stage, routings.get(routing)), WorkingTime.AROUND_THE_CLOCK);
  }

  /** The code of the calendar that counts for a stage whose routing names this one, or none. */
  static String calendarOf(Stage stage, String ofRouting) {
    if (stage.calendar() != null) {
      return stage.calendar();
    }
    return ofRouting != null ? ofRouting : WorkCalendar.PLANT;
  }
}
