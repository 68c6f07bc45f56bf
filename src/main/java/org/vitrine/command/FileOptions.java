package org.vitrine.command;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.vitrine.intake.ColumnMapping;
import org.vitrine.intake.ColumnMappings;
import org.vitrine.intake.ImportKind;
import org.vitrine.intake.ImportedFile;
import org.vitrine.intake.SourceFile;
import org.vitrine.platform.StartFailed;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The file to import, and what it does not say itself. */
final class FileOptions {
  @Parameters(paramLabel = "FILE", description = "The file, as CSV or as an Excel workbook (.xlsx)")
  private Path file;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      defaultValue = "UTF-8",
      description =
          "The encoding of a text file without a byte order mark, such as windows-1252 or GB18030"
              + " (default: UTF-8)")
  private String encoding;

  @Option(
      names = "--sheet",
      paramLabel = "NAME",
      description = "The sheet of a workbook to read (default: the first that is not hidden)")
  private String sheet;

  @Option(
      names = "--columns",
      paramLabel = "MAPPING",
      description =
          "How the file's columns map to ours: a JSON file, the name of a saved mapping,"
              + " or “remembered” for the one last used with the same columns")
  private String columns;

  /**
   * Reads it; a mapping that is saved in the database is asked for only where one is wanted. Throws
   * {@link StartFailed} with a sentence where that cannot be done.
   */
  <T> FileContent<T> reading(ImportKind kind, Function<SourceFile.Mapped, T> as) {
    SourceFile source = SourceFile.at(file, charset(), Optional.ofNullable(sheet));
    if (columns == null) {
      FileRead<T> read = read(source.unmapped(kind), as);
      return mappings -> read;
    }
    Optional<Path> ofFile = mappingFile();
    if (ofFile.isPresent()) {
      FileRead<T> read = read(source.mapped(ColumnMapping.read(ofFile.get(), kind), kind), as);
      return mappings -> read;
    }
    return mappings -> read(source.mapped(mappings, columns, kind), as);
  }

  private static <T> FileRead<T> read(SourceFile.Mapped mapped, Function<SourceFile.Mapped, T> as) {
    return new FileRead<>(as.apply(mapped), mapped.file());
  }

  /** Reads it where no database is asked: a mapping of columns is a file, if there is one. */
  <T> T readWithoutDatabase(ImportKind kind, Function<SourceFile.Mapped, T> as) {
    if (columns != null && mappingFile().isEmpty()) {
      throw new StartFailed("--columns must be a JSON file here, unlike “%s”".formatted(columns));
    }
    return reading(kind, as).with(null).content();
  }

  /** What was read, and what the record of its import says of the file. */
  record FileRead<T>(T content, ImportedFile file) {}

  /** What was read, or will be once the mappings that are saved can be asked. */
  @FunctionalInterface
  interface FileContent<T> {
    FileRead<T> with(ColumnMappings mappings);
  }

  private Optional<Path> mappingFile() {
    try {
      return Optional.of(Path.of(columns)).filter(Files::isRegularFile);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private Charset charset() {
    try {
      return Charset.forName(encoding);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new StartFailed(
          "--encoding “%s” is none that is known; known are UTF-8, windows-1252, GB18030 and many more"
              .formatted(encoding),
          unknown);
    }
  }
}
