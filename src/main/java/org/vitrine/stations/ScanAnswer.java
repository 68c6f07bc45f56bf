package org.vitrine.stations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.vitrine.stations.Operators.StationOperator;

/** What a scanned code leads to at a station; each kind says what it is. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
sealed interface ScanAnswer {
  @JsonProperty("kind")
  String kind();

  /**
   * Work of this station.
   *
   * @param why {@code early} where its turn has not come, {@code done} where what was scanned is
   *     through here and this comes next; absent where it is just what was scanned
   */
  record FoundHere(WorkItem work, Optional<String> why) implements ScanAnswer {
    @Override
    public String kind() {
      return "work";
    }
  }

  /**
   * Work of another station: where it goes, and nothing of who bought it.
   *
   * @param work where it goes next
   * @param where the stations that do that; none where none was made for it
   * @param why {@code other} where what was scanned is done there, {@code done} where it is through
   */
  record FoundElsewhere(WorkItem.WorkPlace work, List<String> where, String why)
      implements ScanAnswer {
    @Override
    public String kind() {
      return "elsewhere";
    }
  }

  /** Several that it may be: somebody has to say which. */
  record WorkChoices(List<WorkItem> choices) implements ScanAnswer {
    @Override
    public String kind() {
      return "choices";
    }
  }

  /** What is to be done with what is on the screen. */
  record Commanded(Scanned.Command command) implements ScanAnswer {
    @Override
    public String kind() {
      return "command";
    }
  }

  /** Whose badge it is; absent where nobody's. */
  record BadgeFound(Optional<StationOperator> operator) implements ScanAnswer {
    @Override
    public String kind() {
      return "badge";
    }
  }

  /** Nothing that could be shown. */
  record LeadsNowhere(String why) implements ScanAnswer {
    static LeadsNowhere of(Scanned.DeadEnd why) {
      return new LeadsNowhere(why.code());
    }

    @Override
    public String kind() {
      return "unknown";
    }
  }
}
