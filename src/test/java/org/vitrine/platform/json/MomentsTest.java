package org.vitrine.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private static final String[] FORMS = {
    "2026-11-22T14:22:00Z",
    "2026-11-22T14:22:00.1Z",
    "2026-11-22T14:22:00.123456789Z",
    "2026-11-22T14:22:00.Z",
    "2026-11-22T14:22:00.1234567891Z",
    "2026-11-22T14:22Z",
    "2026-11-22T14:22:00",
    "2026-11-22T14:22:00+01:00",
    "2026-11-22t14:22:00z",
    "2026-02-29T14:22:00Z",
    "2024-02-29T14:22:00Z",
    "2026-11-22T24:00:00Z",
    "2026-11-22T23:59:60Z",
    "2026-13-22T14:22:00Z",
    "+12026-11-22T14:22:00Z",
    "-0001-11-22T14:22:00Z",
    "0000-01-01T00:00:00Z",
    "٢٠٢٦-11-22T14:22:00Z",
    "Z",
    ""
  };

  @Test
  void every_form_is_read_as_the_jdk_reads_it() {
    for (String form : FORMS) {
      assertThat(read(Moments::parse, form)).as(form).isEqualTo(read(Instant::parse, form));
    }
  }

  @Test
  void so_is_whatever_differs_in_a_character() {
    long seed = Long.getLong("vitrine.seed", System.nanoTime());
    System.out.println("MomentsTest: -Dvitrine.seed=" + seed);
    Random random = new Random(seed);
    String characters = "0123456789TZ:-. +";
    for (int n = 0; n < 20_000; n++) {
      StringBuilder form = new StringBuilder(FORMS[random.nextInt(3)]);
      form.setCharAt(
          random.nextInt(form.length()), characters.charAt(random.nextInt(characters.length())));
      assertThat(read(Moments::parse, form.toString()))
          .as(form.toString())
          .isEqualTo(read(Instant::parse, form.toString()));
    }
  }

  private static Optional<Instant> read(Function<String, Instant> parse, String text) {
    try {
      return Optional.of(parse.apply(text));
    } catch (DateTimeException noMoment) {
      return Optional.empty();
    }
  }
}
