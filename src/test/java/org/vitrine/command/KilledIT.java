package org.vitrine.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.fixtures.DatabasePicture;
import org.vitrine.fixtures.Processes;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.database.Migrations;

/** A backup, a restore and an upgrade as processes of their own that are killed half-way. */
class KilledIT {
  /** That a backup was made is noted once it stands. */
  private static final String NOTED_SINCE =
      "(?:audit|backup_mark|change|cursor_key): .*|SELECT sequencename .*:"
          + " .*(?:audit|backup_mark|change)_.*";

  private static final long LONG_ENOUGH_NANOS = 120_000_000_000L;

  private static String large;

  @TempDir Path folder;

  @BeforeAll
  static void fill() {
    large = TestDatabase.freshUrl();
    TestDatabase.execute(
        large,
        """
        INSERT INTO setting (name, value)
        SELECT 'large-' || i, to_jsonb(repeat(md5(i::text), 40)) FROM generate_series(1, 150000) i\
        """);
  }

  @Test
  void a_backup_that_is_killed_is_not_there_and_the_next_one_is() throws Exception {
    Path kept = Files.createDirectories(folder.resolve("kept"));

    kill(
        program("backup", "--database-url", large, "--to", kept),
        () -> files(kept).stream().anyMatch(file -> size(file) > 1_000_000));

    assertThat(files(kept)).hasSize(1).allMatch(file -> file.toString().endsWith(".part"));
    Files.setLastModifiedTime(
        files(kept).getFirst(), FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    assertThat(run(program("backup", "--database-url", large, "--to", kept))).isZero();
    assertThat(files(kept)).hasSize(1).allMatch(file -> file.toString().endsWith(".zip"));
    assertThat(run(program("restore", "--check", files(kept).getFirst()))).isZero();
  }

  @Test
  void a_restore_that_is_killed_lets_nobody_in_and_begins_anew() throws Exception {
    assertThat(run(program("backup", "--database-url", large, "--to", folder))).isZero();
    Path backup = files(folder).getFirst();
    String url = TestDatabase.emptyUrl();
    ProcessBuilder restore = program("restore", "--database-url", url, backup);

    kill(restore, () -> isFound(url, "SELECT 1 FROM pg_class WHERE relname = 'event'"));
    assertThatThrownBy(() -> new Migrations(url).run())
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("did not finish");
    kill(
        restore,
        () ->
            isFound(
                url,
                "SELECT 1 FROM pg_stat_progress_copy WHERE datname = current_database() AND"
                    + " tuples_processed > 1000"));
    assertThatThrownBy(() -> new Migrations(url).run()).hasMessageContaining("did not finish");

    assertThat(run(restore)).isZero();

    assertThat(
            DatabasePicture.differences(DatabasePicture.of(url), DatabasePicture.of(large)).stream()
                .filter(difference -> !difference.matches(NOTED_SINCE))
                .toList())
        .isEmpty();
    assertThat(new Migrations(url).run()).isZero();
  }

  @Test
  void an_upgrade_that_is_killed_goes_on_where_it_was() throws Exception {
    String url = TestDatabase.urlOfSchema("040");
    String expected = TestDatabase.freshUrl();

    kill(
        program("migrate", "--database-url", url),
        () -> isFound(url, "SELECT 1 FROM flyway_schema_history WHERE version = '100'"));
    assertThat(run(program("upgrade", "--database-url", url))).isZero();

    assertThat(
            DatabasePicture.differences(
                    DatabasePicture.structure(url), DatabasePicture.structure(expected))
                .stream()
                // It remembers when the upgrade was.
                .filter(difference -> !difference.contains("promises_told_since"))
                .toList())
        .isEmpty();
    assertThat(run(program("upgrade", "--check", "--database-url", url))).isZero();
  }

  private static boolean isFound(String url, String query) {
    try {
      return !TestDatabase.find(url, query).isEmpty();
    } catch (IllegalStateException notYet) {
      return false;
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return 0;
    }
  }

  private void kill(ProcessBuilder program, BooleanSupplier when) throws Exception {
    Process process = Processes.start(program);
    long deadline = System.nanoTime() + LONG_ENOUGH_NANOS;
    while (!when.getAsBoolean()) {
      assertThat(process.isAlive()).as("It ended before it could be killed").isTrue();
      assertThat(System.nanoTime()).isLessThan(deadline);
    }
    assertThat(process.destroyForcibly().waitFor()).as("killed, not ended").isEqualTo(137);
  }

  private static int run(ProcessBuilder program) throws Exception {
    return Processes.start(program).waitFor();
  }

  private ProcessBuilder program(Object... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                "target/vitrine.jar"));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }
}
