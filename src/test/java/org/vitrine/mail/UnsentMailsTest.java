package org.vitrine.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class UnsentMailsTest {
  private static final Instant NOON = Instant.parse("2026-12-07T12:00:00Z");

  @Test
  void the_first_is_told_at_once_and_those_of_an_hour_together() {
    UnsentMails unsent = new UnsentMails();
    assertThat(unsent.add(NOON)).hasValue(1);
    for (int minute = 1; minute < 60; minute++) {
      assertThat(unsent.add(NOON.plusSeconds(minute * 60))).isEqualTo(OptionalInt.empty());
    }
    assertThat(unsent.add(NOON.plusSeconds(3_600))).hasValue(60);
    assertThat(unsent.add(NOON.plusSeconds(3_601))).isEmpty();
  }
}
