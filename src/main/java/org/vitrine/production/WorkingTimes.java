package org.vitrine.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.vitrine.calendars.WorkCalendar;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.platform.json.Json;

/**
 * What the stages of an order's lines are worked by: a stage by the calendar that it names, or else
 * by that of its routing, or else by the plant's; around the clock where there is none.
 *
 * @param calendars what is worked by them, by their codes
 */
public record WorkingTimes(Map<String, WorkingTime> calendars) {
  public static final WorkingTimes AROUND_THE_CLOCK = new WorkingTimes(Map.of());

  public WorkingTimes {
    calendars = Map.copyOf(calendars);
  }

  /** From what {@code working_times_of} writes: calendars by their codes. */
  static WorkingTimes read(String json) {
    Map<String, WorkingTime> calendars = new HashMap<>();
    Json.read(json, JsonNode.class)
        .properties()
        .forEach(
            one ->
                calendars.put(
                    one.getKey(), Json.read(one.getValue(), WorkCalendar.class).workingTime()));
    return new WorkingTimes(calendars);
  }

  /** By what a stage of this routing is worked. */
  public WorkingTime of(Routing routing, Stage stage) {
    return calendars.getOrDefault(
        calendarOf(stage, routing.calendar()), WorkingTime.AROUND_THE_CLOCK);
  }

  /** The code of the calendar that counts for a stage whose routing names this one, or none. */
  static String calendarOf(Stage stage, String ofRouting) {
    if (stage.calendar() != null) {
      return stage.calendar();
    }
    return ofRouting != null ? ofRouting : WorkCalendar.PLANT;
  }
}
