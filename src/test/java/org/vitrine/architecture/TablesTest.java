package org.vitrine.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A statement names its own room's tables alone, and of the others only the views and functions
 * that they offer. A table is that room's which puts rows into it. Read from the text blocks and
 * from the migrations.
 */
class TablesTest {
  private static final Path SOURCES = Path.of("src/main/java/org/vitrine");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"\n(.*?)\"\"\"", Pattern.DOTALL);
  private static final Pattern IS_SQL =
      Pattern.compile("\\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|LOCK TABLE)\\b");
  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(?:FROM|JOIN|INTO|UPDATE|USING|LOCK"
              + " TABLE|TABLE)\\s+(?:ONLY\\s+)?(?:LATERAL\\s+)?([a-z_]+)\\b(?!\\.)");
  private static final Pattern FILLED = Pattern.compile("\\bINSERT INTO\\s+([a-z_]+)");
  private static final Pattern MADE = Pattern.compile("\\bCREATE TABLE\\s+([a-z_]+)");
  private static final Pattern RENAMED =
      Pattern.compile("\\bALTER TABLE\\s+([a-z_]+)\\s+RENAME TO\\s+([a-z_]+)");

  /** Where two rooms share a table on purpose: which, and why. */
  private static final Map<String, String> SHARED =
      Map.of(
          "production orders", "the one statement that takes reports numbers them by their order",
          "production event", "and appends them in the same turn; a function would plan it anew",
          "signin person",
              "what people prove themselves with is locked, and ends, with the person");

  /** Filled by a trigger of its room, or by migrations alone. */
  private static final Map<String, String> FILLED_IN_THE_DATABASE =
      Map.of("cursor_key", "platform", "access_change", "access", "health_turn", "health");

  @Test
  void a_statement_names_the_tables_of_its_own_room_alone() {
    assertThat(strangers(roomsByTable(statements()), statements())).isEmpty();
  }

  @Test
  void every_table_is_one_rooms() {
    assertThat(roomsByTable(statements()).keySet()).containsExactlyElementsOf(tables());
  }

  @Test
  void what_two_rooms_share_is_still_shared() {
    assertThat(
            SHARED.keySet().stream()
                .map(shared -> shared.split(" "))
                .filter(
                    shared ->
                        statements().stream()
                            .noneMatch(one -> one.room().equals(shared[0]) && one.names(shared[1])))
                .map(List::of))
        .isEmpty();
  }

  @Test
  void a_statement_that_reaches_through_a_wall_is_found() {
    Statement reaching =
        new Statement(
            "tracking", "New.java", "WITH o AS (SELECT 1) SELECT FROM o\n JOIN person p ON true");

    assertThat(strangers(roomsByTable(statements()), List.of(reaching)))
        .containsExactly("tracking/New.java names person, which belongs to people");
  }

  /** A statement in a room's source. */
  private record Statement(String room, String file, String text) {
    boolean names(String table) {
      return named().contains(table);
    }

    Set<String> named() {
      return all(NAMED);
    }

    Set<String> all(Pattern pattern) {
      return pattern
          .matcher(text)
          .results()
          .map(found -> found.group(1))
          .collect(toCollection(TreeSet::new));
    }
  }

  private static List<String> strangers(
      Map<String, Set<String>> rooms, List<Statement> statements) {
    return statements.stream()
        .flatMap(
            one ->
                one.named().stream()
                    .filter(rooms::containsKey)
                    .filter(table -> !rooms.get(table).contains(one.room()))
                    .filter(table -> !SHARED.containsKey(one.room() + " " + table))
                    .map(
                        table ->
                            "%s/%s names %s, which belongs to %s"
                                .formatted(
                                    one.room(),
                                    one.file(),
                                    table,
                                    String.join(" and ", rooms.get(table)))))
        .distinct()
        .toList();
  }

  private static Map<String, Set<String>> roomsByTable(List<Statement> statements) {
    Set<String> tables = tables();
    Map<String, Set<String>> rooms = new TreeMap<>();
    FILLED_IN_THE_DATABASE.forEach((table, room) -> rooms.put(table, Set.of(room)));
    for (Statement one : statements) {
      for (String table : one.all(FILLED)) {
        if (tables.contains(table) && !SHARED.containsKey(one.room() + " " + table)) {
          rooms.computeIfAbsent(table, unknown -> new TreeSet<>()).add(one.room());
        }
      }
    }
    return rooms;
  }

  private static Set<String> tables() {
    Set<String> tables = new TreeSet<>();
    for (Path migration : files(MIGRATIONS, ".sql")) {
      String text = read(migration);
      MADE.matcher(text).results().map(found -> found.group(1)).forEach(tables::add);
      for (MatchResult renamed : RENAMED.matcher(text).results().toList()) {
        tables.remove(renamed.group(1));
        tables.add(renamed.group(2));
      }
    }
    return tables;
  }

  private static List<Statement> statements() {
    return files(SOURCES, ".java").stream()
        .flatMap(
            file ->
                TEXT_BLOCK
                    .matcher(read(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(text -> IS_SQL.matcher(text).find())
                    .map(text -> new Statement(room(file), file.getFileName().toString(), text)))
        .toList();
  }

  private static String room(Path file) {
    return SOURCES.relativize(file).getName(0).toString();
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
