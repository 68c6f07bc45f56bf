package org.vitrine.devices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A machine as pages show it.
 *
 * @param state as it is now: one of which nothing was heard for three times its rhythm is silent,
 *     whatever was said last
 * @param since since when it is silent; absent where it is not
 * @param spells what was missed of late, the newest first
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record MachineCard(
    String name,
    MachineState state,
    Optional<Instant> since,
    Instant lastAt,
    double rhythmSeconds,
    Optional<String> sentence,
    List<MachineSpell> spells) {
  private static final int MISSED = 3;

  /**
   * When something of it is not known.
   *
   * @param until absent while it lasts
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record MachineSpell(
      MachineState state, Instant from, Optional<Instant> until, Optional<String> sentence) {}

  /** As it was said. */
  record SaidOfMachine(
      String key,
      String name,
      MachineState state,
      Instant lastAt,
      Instant heardAt,
      double rhythmSeconds,
      Optional<String> sentence) {

    /** Nobody has said anything of it for too long: neither itself nor whoever listens. */
    private boolean isUnheard(Instant now) {
      Duration rhythm = Duration.ofMillis(Math.round(rhythmSeconds * 1_000 * MISSED));
      return now.isAfter(lastAt.plus(rhythm)) && now.isAfter(heardAt.plus(rhythm));
    }
  }

  static MachineCard of(SaidOfMachine said, List<MachineSpell> spells, Instant now) {
    boolean silent = said.state() == MachineState.SILENT || said.isUnheard(now);
    return new MachineCard(
        said.name(),
        silent ? MachineState.SILENT : said.state(),
        Optional.of(said.lastAt()).filter(any -> silent),
        said.lastAt(),
        said.rhythmSeconds(),
        said.sentence(),
        spells);
  }
}
