package org.vitrine.intake;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.intake.Intake.Mode;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Exchange;

/** What a request to import says in its address. */
record ImportRequest(Exchange exchange, ImportKind kind) {
  private static final String NAME = "The file";

  SourceFile file(Path path) {
    return new SourceFile(path, NAME, charset(), given("sheet"), SourceFile.ReadingPlace.SERVER);
  }

  /** The file, with its columns mapped where the request says by what. */
  SourceFile.Mapped read(Path path, ColumnMappings mappings) {
    SourceFile file = file(path);
    return given("columns")
        .map(name -> file.mapped(mappings, name, kind))
        .orElseGet(() -> file.unmapped(kind));
  }

  Mode mode() {
    return isYes("dryRun") ? Mode.DRY_RUN : Mode.FOR_REAL;
  }

  boolean isDryRun() {
    return mode() == Mode.DRY_RUN;
  }

  /**
   * What was read, and the import of it.
   *
   * @param seen what its outcome follows from
   */
  record Begun<T>(T read, ImportTask task, boolean byRow, String seen) {
    /** Once it is done. */
    ImportAnswer.ImportDetail detail() {
      return new ImportAnswer.ImportDetail(
          task.run().orElse(null), seen, byRow ? task.witness().outcomes() : null);
    }
  }

  /**
   * Begins the import of what was read. Throws {@link Rejection.ChangedMeanwhile} where somebody
   * saw what would become of it, and something else would by now.
   */
  <T> Begun<T> begun(Imports imports, SourceFile.Mapped file, T read, String seen) {
    if (given("seen").filter(before -> !before.equals(seen)).isPresent()) {
      throw new Rejection.ChangedMeanwhile(Map.of("seen", seen), null, null);
    }
    ImportedFile named = file.file().called(given("file").orElse(NAME));
    boolean byRow = isYes("outcomes");
    return new Begun<>(
        read, imports.begin(kind, mode(), by(), Optional.of(named), byRow), byRow, seen);
  }

  boolean isYes(String name) {
    return exchange.isYes(name);
  }

  ZoneId zone(ZoneId plant) {
    try {
      return given("zone").map(ZoneId::of).orElse(plant);
    } catch (DateTimeException unknown) {
      throw new Rejection.Invalid("zone", "Must be a zone such as +02:00 or Asia/Shanghai");
    }
  }

  ImportedBy by() {
    return ImportedBy.of(exchange.caller(Caller.class), Guards.from(exchange));
  }

  /** Whoever wants to see how far it is gets lines as they come, instead of one answer. */
  boolean wantsProgress() {
    return exchange.header("Accept").filter(types -> types.contains("ndjson")).isPresent();
  }

  Optional<String> given(String name) {
    return exchange.query(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  private Charset charset() {
    try {
      return given("encoding").map(Charset::forName).orElse(StandardCharsets.UTF_8);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new Rejection.Invalid(
          "encoding", "Must be an encoding such as UTF-8, windows-1252 or GB18030");
    }
  }
}
