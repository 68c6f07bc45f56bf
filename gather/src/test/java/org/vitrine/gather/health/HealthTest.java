package org.vitrine.gather.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class HealthTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Instant now = Instant.parse("2026-11-30T08:00:00Z");
  private final InstantSource clock = () -> now;
  private final Health health =
      new Health(new PrintStream(out, true, StandardCharsets.UTF_8), clock);

  @Test
  void a_tag_that_says_rubbish_all_day_is_one_count_with_the_last_value() {
    for (int i = 0; i < 86_400; i++) {
      now = now.plusSeconds(1);
      health.unused("hall", "climate", "it is no number", "%d °C %s".formatted(i, "x".repeat(500)));
    }

    JsonNode unused = health.standing().path("unused");
    assertThat(unused).hasSize(1);
    assertThat(unused.path("hall climate: it is no number").path("count").asInt())
        .isEqualTo(86_400);
    assertThat(unused.toString()).contains("86399 °C").hasSizeLessThan(300);
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(24 * 6);
  }
}
