package org.vitrine.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fixtures.Processes;
import org.vitrine.fixtures.TestDatabase;

/** A database of our own knows all letters, whatever the environment says. */
class DatabaseLocaleIT {
  private static final String UNICODE =
      "DatabaseLocale[encoding=UTF8, letters=C.UTF-8 (C.UTF-8), knowsLetters=true]";

  @Test
  void that_of_the_tests_does() {
    assertThat(DatabaseState.of(TestDatabase.freshUrl()).locale()).hasToString(UNICODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX"})
  void that_of_an_installation_does(String locale, @TempDir Path data) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            LocaleProcess.class.getName(),
            data.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_"));
    builder.environment().put("LANG", locale);
    builder.environment().put("LC_ALL", locale);
    Process process = Processes.start(builder.redirectErrorStream(true));

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains(UNICODE);
  }
}
