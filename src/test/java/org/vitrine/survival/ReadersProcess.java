package org.vitrine.survival;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.vitrine.platform.json.Json;

/**
 * Viewers in a process of their own, which can be stopped as a whole. Whenever it is told a line it
 * says what they see. It ends when whoever started it does.
 */
final class ReadersProcess {
  private ReadersProcess() {}

  public static void main(String[] args) throws IOException {
    int[] doors = Arrays.stream(args[0].split(",")).mapToInt(Integer::parseInt).toArray();
    List<Viewer.Seat> seats =
        Arrays.stream(args)
            .skip(3)
            .map(seat -> seat.split("\\|"))
            .map(parts -> new Viewer.Seat(parts[0], parts[1], parts[2]))
            .toList();
    try (Crowd crowd =
        new Crowd(seats, doors, Integer.parseInt(args[1]), Long.parseLong(args[2]))) {
      BufferedReader told =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      while (told.readLine() != null) {
        System.out.println(new String(Json.bytes(shown(crowd)), StandardCharsets.UTF_8));
      }
    }
    System.exit(0);
  }

  private static ObjectNode shown(Crowd crowd) {
    ObjectNode shown = Json.object();
    crowd
        .shown()
        .forEach(
            (view, pages) -> {
              ArrayNode all = shown.putArray(view);
              pages.forEach(all::add);
            });
    return shown;
  }
}
