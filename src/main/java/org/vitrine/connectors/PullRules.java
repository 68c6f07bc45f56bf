package org.vitrine.connectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.vitrine.platform.Rejection;

/**
 * How often a connector asks, and what it does.
 *
 * @param everyMinutes how long it rests in between
 * @param overlapMinutes how far it looks back behind what it has seen: what was written late with
 *     an old time is found as long as it is not later than that, and at night in any case
 * @param whenGone what becomes of an order whose record is no longer there
 * @param paused it rests until it is told otherwise
 * @param company whose orders are that a plant's records know of
 * @param routing by which those are made
 */
public record PullRules(
    Integer everyMinutes,
    Integer overlapMinutes,
    WhenGone whenGone,
    Boolean paused,
    String company,
    String routing) {
  static final PullRules USUAL = new PullRules(null, null, null, null, null, null);
  private static final int MOST_MINUTES = 7 * 24 * 60;
  private static final int EVERY = 5;
  private static final int OVERLAP = 15;

  /** What becomes of an order that the other system no longer has. */
  public enum WhenGone {
    /** It stays, and is listed. */
    @JsonProperty("tell")
    TELL,
    /** It is cancelled, with that as the reason. */
    @JsonProperty("cancel")
    CANCEL
  }

  public PullRules {
    everyMinutes = within("rules.everyMinutes", everyMinutes, EVERY, 1);
    overlapMinutes = within("rules.overlapMinutes", overlapMinutes, OVERLAP, 0);
    whenGone = whenGone == null ? WhenGone.TELL : whenGone;
    paused = Boolean.TRUE.equals(paused);
    company = company == null || company.isBlank() ? null : company.strip();
    routing = routing == null || routing.isBlank() ? null : routing.strip();
  }

  private static int within(String field, Integer minutes, int usual, int least) {
    if (minutes != null && (minutes < least || minutes > MOST_MINUTES)) {
      throw new Rejection.Invalid(
          field, "Must be %d to %,d minutes".formatted(least, MOST_MINUTES));
    }
    return minutes == null ? usual : minutes;
  }

  Duration every() {
    return Duration.ofMinutes(everyMinutes);
  }

  Duration overlap() {
    return Duration.ofMinutes(overlapMinutes);
  }
}
