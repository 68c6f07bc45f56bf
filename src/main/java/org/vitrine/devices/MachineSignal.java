package org.vitrine.devices;

import java.time.Instant;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.RealDates;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;

/**
 * How a machine does, as whoever listens to it says.
 *
 * @param at when that is said
 * @param lastAt when it was heard last
 * @param rhythmSeconds how often it usually speaks
 * @param from since when it was silent, or is missing; when it was restarted
 * @param until until when; absent while it lasts
 */
public record MachineSignal(
    String machine,
    Instant at,
    Instant lastAt,
    Double rhythmSeconds,
    MachineState state,
    Instant from,
    Instant until,
    String sentence) {
  private static final double LONGEST_RHYTHM = 7 * 24 * 3_600.0;

  /** The same as it will be read again; throws {@link Rejection.Invalid} naming the field. */
  MachineSignal checked(Instant now) {
    String name = SaveGauge.text("machine", machine, 100);
    if (name == null) {
      throw new Rejection.Invalid("machine", "Missing");
    }
    if (state == null) {
      throw new Rejection.Invalid("state", "Must be live, silent, restarted or gap");
    }
    if (rhythmSeconds == null || !(rhythmSeconds > 0 && rhythmSeconds <= LONGEST_RHYTHM)) {
      throw new Rejection.Invalid("rhythmSeconds", "Must be above 0, and a week at most");
    }
    if (from != null && until != null && from.isAfter(until)) {
      throw new Rejection.Invalid("from", "It begins after its end");
    }
    return new MachineSignal(
        name,
        earlier(moment("at", at, now), now),
        moment("lastAt", lastAt, now),
        rhythmSeconds,
        state,
        from == null ? null : moment("from", from, now),
        until == null ? null : moment("until", until, now),
        SaveGauge.text("sentence", sentence, 300));
  }

  private static Instant moment(String field, Instant moment, Instant now) {
    if (moment == null) {
      throw new Rejection.Invalid(field, "Missing");
    }
    RealDates.require(field, moment);
    RealDates.requireHappened(field, moment, now);
    return Json.asRead(moment);
  }

  /** What a clock ahead of ours says now must not count more than what it says when it is right. */
  private static Instant earlier(Instant said, Instant now) {
    return said.isBefore(now) ? said : now;
  }

  String key() {
    return OrderNumber.key(machine);
  }

  /** When what it tells of began. */
  Instant beganAt() {
    return from == null ? lastAt : from;
  }
}
