package org.vitrine.meetings;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;

/**
 * What is talked about at a meeting.
 *
 * @param position where somebody put it; absent where its figures say
 * @param facts of what the page makes its title where it made itself, and its chart
 * @param topic what its sources have in common, where it made itself
 */
record AgendaItem(
    long id,
    MeetingNumber meeting,
    String title,
    JsonNode facts,
    Optional<String> topic,
    Optional<Integer> position,
    int minutes,
    AgendaState state,
    boolean opened,
    ItemFate fate,
    ItemFigures figures) {

  /** What it is called, in each language where it is named by what it is about. */
  LocalizedText called() {
    JsonNode name = facts.get("name");
    return facts.has("of") && name != null
        ? LocalizedText.stored(name.toString())
        : LocalizedText.of(title);
  }

  /** What became of it. */
  enum AgendaState {
    OPEN("open"),
    /** It was dealt with, and does not come again. */
    CLOSED("closed"),
    DROPPED("dropped"),
    /** It is talked about under another. */
    MERGED("merged"),
    /** It stayed open, and stands on the next agenda. */
    CARRIED("carried");

    private final String code;

    AgendaState(String code) {
      this.code = code;
    }

    @JsonValue
    String code() {
      return code;
    }

    static AgendaState of(String code) {
      return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().orElseThrow();
    }
  }

  /**
   * @param answer what we did, for those who raised it
   */
  record ItemFate(
      Optional<Long> carriedFrom,
      Optional<Long> mergedInto,
      Optional<String> dropReason,
      Optional<String> answer) {}

  /**
   * By what it is ranked: how many companies, how bad (1 to 5) and how often. Companies that voted
   * for it beforehand stand beside that.
   */
  record ItemFigures(int companies, int severity, int times, int votes) {
    static final ItemFigures NONE = new ItemFigures(0, 0, 0, 0);

    /** The sum by which it is ranked. */
    int score() {
      return companies * severity * times;
    }
  }
}
