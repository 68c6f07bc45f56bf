package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.platform.json.Json;

/** The cases that the pages' own rule is held against too, in {@code glob.test.mjs}. */
class GlobTest {
  record GlobCase(String glob, String text, boolean matches) {}

  static List<GlobCase> cases() throws IOException {
    try (InputStream json = GlobTest.class.getResourceAsStream("globs.json")) {
      return List.of(Json.read(json.readAllBytes(), GlobCase[].class));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_pattern_matches_in_the_pages_as_on_the_server(GlobCase one) {
    assertThat(Glob.matchesAny(one.glob(), one.text())).isEqualTo(one.matches());
  }
}
