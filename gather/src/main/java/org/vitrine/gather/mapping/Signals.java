package org.vitrine.gather.mapping;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What is told of a machine itself. */
final class Signals {
  private Signals() {}

  /** Vitrine hears of a machine that speaks at least so often, whatever its rhythm. */
  static final Duration AT_LEAST_EVERY = Duration.ofMinutes(1);

  /** Long enough to call nobody silent whose rhythm is not known. */
  private static final Duration UNKNOWN_RHYTHM = Duration.ofHours(1);

  private static final int LONGEST_SENTENCE = 300;

  /**
   * @param lastAt when it was last heard, by its own clock
   * @param rhythm null where it is not known yet
   */
  record Machine(String name, Instant lastAt, Duration rhythm) {}

  static ObjectNode signal(Machine machine, Instant at, String state, String sentence) {
    Duration rhythm = machine.rhythm() == null ? UNKNOWN_RHYTHM : machine.rhythm();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("machine", machine.name());
    body.put("at", text(at));
    body.put("lastAt", text(earlier(machine.lastAt(), at)));
    body.put("rhythmSeconds", Math.max(AT_LEAST_EVERY.toSeconds(), rhythm.toSeconds()));
    body.put("state", state);
    if (sentence != null) {
      body.put("sentence", sentence.substring(0, Math.min(sentence.length(), LONGEST_SENTENCE)));
    }
    return body;
  }

  static ObjectNode between(ObjectNode signal, Instant from, Instant until) {
    if (from != null) {
      signal.put("from", text(until == null ? from : earlier(from, until)));
    }
    if (until != null) {
      signal.put("until", text(until));
    }
    return signal;
  }

  static String text(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Clocks of machines go wrong; none of them has been heard in the future. */
  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
