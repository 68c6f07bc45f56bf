package org.vitrine.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One import, as its record says.
 *
 * @param counts how many orders or shipments were created, changed and unchanged, how many reports
 *     taken and known, how much was refused
 */
record ImportRun(
    long id,
    ImportKind kind,
    RunFile file,
    RunBy by,
    RunTimes times,
    Map<String, Integer> counts,
    RunOrders orders) {
  static final Duration TAKEN_BACK_WITHIN = Duration.ofHours(1);

  /** After this silence it has broken off. */
  private static final Duration SILENT = Duration.ofMinutes(2);

  /**
   * Which file.
   *
   * @param source the column mapping by which it was read, where there was one
   * @param hash SHA-256 of what it holds, in hexadecimal
   */
  record RunFile(String name, String hash, Optional<String> source) {}

  /** Who imported it, and from where. */
  record RunBy(String kind, Optional<Long> id, String name, Optional<String> address) {}

  /**
   * When.
   *
   * @param ended absent while it runs, and where it broke off
   */
  record RunTimes(Instant began, @JsonIgnore Instant heard, Optional<Instant> ended) {
    private Instant last() {
      return ended.orElse(heard);
    }
  }

  /** How many orders it touched, and how many of them have been taken back. */
  record RunOrders(int touched, int takenBack, boolean refused) {}

  /** Until when it can be taken back. */
  Instant until() {
    return times.last().plus(TAKEN_BACK_WITHIN);
  }

  boolean isRunning(Instant now) {
    return times.ended().isEmpty() && now.isBefore(times.heard().plus(SILENT));
  }

  boolean canBeTakenBack(Instant now) {
    return !isRunning(now) && now.isBefore(until()) && orders.touched() > orders.takenBack();
  }
}
