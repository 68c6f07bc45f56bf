package org.vitrine.evidence;

import java.time.Duration;
import org.vitrine.platform.Rejection;

/**
 * What all evidence of the house takes.
 *
 * @param most how many bytes it may take
 */
public record EvidenceRoom(long files, long bytes, long most) {
  private static final Duration COME_BACK = Duration.ofHours(1);
  private static final long GIGABYTE = 1_000_000_000;

  /** How much of it is taken, from 0 to 1. */
  public double share() {
    return (double) bytes / most;
  }

  /** Throws {@link Rejection.Unavailable}, so that whoever sends it keeps it and comes back. */
  void requireFor(long more) {
    if (bytes + more > most) {
      throw new Rejection.Unavailable(
          "The house’s room for pictures and papers (%,d GB) is used up: an administrator can make it larger"
              .formatted(most / GIGABYTE),
          COME_BACK);
    }
  }
}
