package org.vitrine.nonconformances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.nonconformances.ProofCount.ProofReading;

class ProofCountTest {
  private static final Instant DONE = Instant.parse("2026-11-02T08:00:00Z");

  private final List<ProofReading> readings = new ArrayList<>();

  private ProofCountTest measured(int minute, String piece, boolean passed) {
    readings.add(new ProofReading(at(minute), Optional.ofNullable(piece), passed));
    return this;
  }

  private static Instant at(int minute) {
    return DONE.plusSeconds(60L * minute);
  }

  private ProofCount count(int goal) {
    return ProofCount.derivedFrom(readings, DONE, goal);
  }

  @Test
  void what_was_measured_until_it_was_done_does_not_count() {
    measured(-1, "SN-1", true).measured(0, "SN-2", true).measured(1, "SN-3", true);

    assertThat(count(3).counted()).isEqualTo(1);
  }

  @Test
  void a_piece_that_is_measured_again_counts_once() {
    measured(1, "SN-1", true).measured(2, "SN-1", true).measured(3, null, true);
    measured(4, null, true);

    assertThat(count(9).counted()).isEqualTo(3);
  }

  @Test
  void a_failure_starts_it_anew() {
    measured(1, "SN-1", true).measured(2, "SN-2", false).measured(3, "SN-1", true);

    ProofCount count = count(2);

    assertThat(count.counted()).isEqualTo(1);
    assertThat(count.restarts()).isEqualTo(1);
    assertThat(count.failedAt()).contains(at(2));
    assertThat(count.isProven()).isFalse();
  }

  @Test
  void it_is_proven_by_as_many_as_were_named_and_stays_so() {
    measured(1, "SN-1", true).measured(2, "SN-2", true).measured(3, "SN-3", false);

    ProofCount count = count(2);

    assertThat(count.provenAt()).contains(at(2));
    assertThat(count.restarts()).isZero();
  }

  @Test
  void nothing_was_measured_yet() {
    assertThat(count(1)).isEqualTo(ProofCount.NOTHING);
  }
}
