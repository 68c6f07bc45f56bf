package org.vitrine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.platform.StartFailed;

/** What only shows once a database is there. */
class StartIT {

  @Test
  void a_port_that_is_taken_is_named() throws Exception {
    try (ServerSocket taken = new ServerSocket(0);
        Vitrine vitrine = open(TestDatabase.freshUrl(), taken.getLocalPort())) {
      assertThatThrownBy(vitrine::serve)
          .isInstanceOf(StartFailed.class)
          .hasMessageStartingWith(
              "Port %d is in use: stop the program".formatted(taken.getLocalPort()));
    }
  }

  @Test
  void a_database_that_is_not_there_is_named() {
    String url = TestDatabase.freshUrl().replaceFirst("/test_\\d+$", "/nowhere");

    assertThatThrownBy(() -> open(url, 0))
        .isInstanceOf(StartFailed.class)
        .hasMessageStartingWith("There is no database “nowhere” at 127.0.0.1:");
  }

  private static Vitrine open(String url, int port) {
    return Vitrine.open(
        new Settings(
            port, Path.of("target"), Optional.of(url), Optional.empty(), ZoneOffset.UTC, "Here"),
        Clock.systemUTC());
  }
}
