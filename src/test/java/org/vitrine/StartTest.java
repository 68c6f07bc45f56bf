package org.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever keeps the program from starting is one sentence that says what to do. */
class StartTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prot=80 | Unknown option: '--prot=80'",
        "--port=many | 'many' is not an int",
        "--port=70000 | --port must be a number from 1 to 65535",
        "--public-url=orders.example.com | must look like https://orders.example.com",
        "--public-url=https://example.com/orders | without a path",
        "--database-url=mysql://here | must look like postgresql://user:password@host:5432/vitrine",
        "--plant-zone=Mars | a time zone such as Asia/Shanghai",
        "--log-format=xml | expected one of [TERMINAL, JSON]",
        "--database-url=postgresql://u:secret@127.0.0.1:1/x | Cannot connect to the database at 127.0.0.1:1/x: connection refused",
        "--database-url=postgresql://u:secret@host.invalid/x | unknown host"
      })
  void a_wrong_flag_is_named(String flag, String sentence) {
    Outcome outcome = vitrine("serve", flag);

    assertThat(outcome.status).isEqualTo(1);
    assertThat(outcome.said).contains(sentence).doesNotContain("\tat ", "secret");
  }

  @Test
  void data_of_another_postgresql_is_refused_and_left_alone() throws Exception {
    Path version = Files.createDirectories(folder.resolve("postgresql")).resolve("PG_VERSION");
    Files.writeString(version, "14\n");

    Outcome outcome = vitrine("serve", "--data=" + folder);

    assertThat(outcome.status).isEqualTo(1);
    assertThat(outcome.said)
        .contains(
            "was written by PostgreSQL 14, but this version of Vitrine includes PostgreSQL 18")
        .contains("pg_dump 14")
        .hasLineCount(1);
    assertThat(folder.resolve("postgresql.password")).doesNotExist();
  }

  @Test
  void data_without_its_password_is_refused() throws Exception {
    Path version = Files.createDirectories(folder.resolve("postgresql")).resolve("PG_VERSION");
    Files.writeString(version, "18\n");

    Outcome outcome = vitrine("serve", "--data=" + folder);

    assertThat(outcome.status).isEqualTo(1);
    assertThat(outcome.said).contains("postgresql.password is missing").hasLineCount(1);
  }

  @Test
  void a_data_directory_that_cannot_be_one_is_named() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    Outcome outcome = vitrine("serve", "--data=" + file);

    assertThat(outcome.status).isEqualTo(1);
    assertThat(outcome.said).contains("Cannot use the data directory " + file);
  }

  @Test
  void the_doctor_fails_where_something_must_be_mended() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      Outcome outcome = vitrine("doctor", "--data=" + folder, "--port=" + taken.getLocalPort());

      assertThat(outcome.status).isEqualTo(1);
    }
    assertThat(vitrine("doctor", "--data=" + folder, "--port=0").status).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  private record Outcome(int status, String said) {}

  private static Outcome vitrine(String... arguments) {
    StringWriter said = new StringWriter();
    int status = Main.run(arguments, new PrintWriter(said, true));
    return new Outcome(status, said.toString());
  }
}
