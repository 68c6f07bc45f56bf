package org.vitrine.stations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/**
 * A station as it is asked for.
 *
 * @param place where it stands, as people say it; may be absent
 * @param operations of the shop floor, by the names that reports have for them
 * @param stages what is worked on here besides; of every routing where one does not say which
 */
record SaveStation(String name, String place, List<String> operations, List<StationStage> stages) {
  private static final int MOST = 50;

  SaveStation {
    name = text("name", name, 60);
    if (name == null) {
      throw new Rejection.Invalid("name", "Give the station a name");
    }
    place = text("place", place, 100);
    operations = operations(operations == null ? List.of() : operations);
    stages = stages == null ? List.of() : List.copyOf(each(stages));
    if (stages.size() > MOST) {
      throw new Rejection.Invalid("stages", "Name at most %d stages".formatted(MOST));
    }
    if (operations.isEmpty() && stages.isEmpty()) {
      throw new Rejection.Invalid(
          "operations", "Say what is done here: name an operation or a stage");
    }
  }

  /**
   * A stage that is worked on at a station.
   *
   * @param routing its code; absent for the stage of this code in every routing
   */
  record StationStage(String routing, String stage) {
    StationStage {
      routing = text("routing", routing, 60);
      stage = text("stage", stage, 40);
      if (stage == null) {
        throw new Rejection.Invalid("stages", "Say which stage");
      }
    }
  }

  private static List<String> operations(List<String> named) {
    Map<String, String> each = new LinkedHashMap<>();
    for (String one : named) {
      String operation = text("operations", one, 200);
      if (operation == null) {
        throw new Rejection.Invalid("operations", "An operation has no name");
      }
      each.putIfAbsent(OrderNumber.key(operation), operation);
    }
    if (each.size() > MOST) {
      throw new Rejection.Invalid("operations", "Name at most %d operations".formatted(MOST));
    }
    return List.copyOf(each.values());
  }

  private static List<StationStage> each(List<StationStage> named) {
    if (named.stream().anyMatch(Objects::isNull)) {
      throw new Rejection.Invalid("stages", "Say which stage");
    }
    return named.stream().distinct().toList();
  }

  private static String text(String field, String text, int characters) {
    if (text == null || Blanks.only(text)) {
      return null;
    }
    TextLimit.atMost(field, text, characters);
    return Blanks.stripped(text);
  }
}
