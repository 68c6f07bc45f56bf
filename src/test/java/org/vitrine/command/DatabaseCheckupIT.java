package org.vitrine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.Settings;
import org.vitrine.Vitrine;
import org.vitrine.fixtures.TestDatabase;

/** What the doctor says of the role that Vitrine logs in as. */
class DatabaseCheckupIT {

  @Test
  void a_login_that_could_pass_the_wall_is_named_with_what_to_do() {
    String url = TestDatabase.freshUrl();
    assertThat(rights(url).toString())
        .startsWith("warn")
        .contains("“postgres” is a superuser", "CREATE ROLE vitrine_serve");

    TestDatabase.execute(url, "CREATE ROLE doctor_bypass LOGIN BYPASSRLS IN ROLE vitrine_app");
    assertThat(rights(as("doctor_bypass", url)).toString()).contains("bypasses row-level security");

    TestDatabase.execute(
        url,
        "CREATE ROLE doctor_owner LOGIN IN ROLE vitrine_app; ALTER TABLE setting OWNER TO"
            + " doctor_owner");
    assertThat(rights(as("doctor_owner", url)).toString())
        .startsWith("warn")
        .contains("owns the tables");
  }

  @Test
  void a_login_of_the_program_s_role_is_enough_to_serve_and_cannot() {
    String url = TestDatabase.freshUrl();
    TestDatabase.execute(url, "CREATE ROLE doctor_serve LOGIN IN ROLE vitrine_app");
    assertThat(rights(as("doctor_serve", url)).level()).isEqualTo(Finding.Level.OK);
    try (Vitrine vitrine = Vitrine.open(settings(as("doctor_serve", url)), Clock.systemUTC())) {
      assertThat(vitrine.serve()).isPositive();
      assertThat(vitrine.rooms().people().administrators().first()).isPositive();
      assertThat(vitrine.rooms().tracking().newest(Optional.empty(), 1)).isEmpty();
    }
  }

  @Test
  void a_database_that_knows_no_letters_is_told() {
    String unicode = TestDatabase.freshUrl();
    assertThat(finding("Letters", unicode).level()).isEqualTo(Finding.Level.OK);

    for (String made : List.of("ENCODING 'UTF8' LOCALE 'C'", "ENCODING 'SQL_ASCII' LOCALE 'C'")) {
      String name = "letters_" + System.nanoTime();
      TestDatabase.execute(
          unicode,
          "CREATE DATABASE %s TEMPLATE template0 LOCALE_PROVIDER libc %s".formatted(name, made));

      assertThat(finding("Letters", unicode.replaceFirst("[^/]*$", name)).toString())
          .startsWith("warn")
          .contains("locale C", "cannot be changed later");
    }
  }

  @Test
  void a_month_that_is_not_what_was_frozen_is_named() {
    String url = TestDatabase.freshUrl();
    assertThat(finding("Numbers", url).level()).isEqualTo(Finding.Level.OK);
    String content = "{\"month\":\"2026-10\"}";
    TestDatabase.execute(
        url,
        "INSERT INTO scorecard_month (sequence, month, content, hash) VALUES (1, '2026-10', '%s', sha256('%s'))"
            .formatted(content, content.replace("10", "11")));

    assertThat(finding("Numbers", url).toString())
        .startsWith("FAIL")
        .contains("2026-10 is not what was frozen");
  }

  private static Finding rights(String url) {
    return finding("Rights", url);
  }

  private static Finding finding(String subject, String url) {
    return new DatabaseCheckup(settings(url), Clock.systemUTC())
        .findings().stream()
            .filter(finding -> finding.subject().equals(subject))
            .findFirst()
            .orElseThrow();
  }

  private static String as(String role, String url) {
    return url.replace("postgres@", role + "@");
  }

  private static Settings settings(String url) {
    return new Settings(
        0, Path.of("target"), Optional.of(url), Optional.empty(), ZoneOffset.UTC, "Here");
  }
}
