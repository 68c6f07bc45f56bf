package org.vitrine.devices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrine.orders.LocalizedText;

/**
 * Where a line was, and how long.
 *
 * @param places what each is called, by their keys
 */
record ConditionWindow(
    int line, String stage, Map<String, LocalizedText> places, Instant from, Instant until) {

  /** One place of a window. */
  record WindowedPlace(int position, ConditionWindow window, String place) {

    static List<WindowedPlace> of(List<ConditionWindow> windows) {
      List<WindowedPlace> all = new ArrayList<>();
      for (int at = 0; at < windows.size(); at++) {
        int position = at;
        ConditionWindow window = windows.get(at);
        window
            .places()
            .keySet()
            .forEach(place -> all.add(new WindowedPlace(position, window, place)));
      }
      return all;
    }
  }
}
