package org.vitrine.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.platform.health.HealthFinding.HealthState;

/** What is said of a certificate as its end comes nearer. */
class CertificateChecksTest {
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

  @Test
  void it_is_said_two_weeks_before_and_bad_three_days_before() {
    assertThat(state(Duration.ofDays(15))).isEqualTo(HealthState.OK);
    assertThat(state(Duration.ofDays(13))).isEqualTo(HealthState.WARN);
    assertThat(state(Duration.ofDays(2))).isEqualTo(HealthState.BAD);
    assertThat(state(Duration.ZERO)).isEqualTo(HealthState.BAD);
  }

  @Test
  void of_a_proxy_that_cannot_be_reached_nothing_is_said() {
    CertificateChecks checks =
        new CertificateChecks(Optional.of(URI.create("https://127.0.0.1:9")));

    checks.look(NOW);

    assertThat(checks.findings(null, NOW)).isEmpty();
  }

  private static HealthState state(Duration left) {
    return CertificateChecks.finding(NOW.plus(left), NOW).state();
  }
}
