package org.vitrine.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A file that is imported, as the record of its import names it.
 *
 * @param hash SHA-256 of what it holds, in hexadecimal
 * @param source the name of the column mapping by which it was read, where it was read by one
 * @param again reads it once more: for the rows that were refused
 */
public record ImportedFile(
    String name, String hash, Optional<String> source, Supplier<ReadTables> again) {

  /** The file's own table, and the same under our columns. */
  record ReadTables(Table theirs, Table ours) {}

  static ImportedFile of(SourceFile file, Optional<String> source, Supplier<ReadTables> again) {
    try (InputStream content = Files.newInputStream(file.path())) {
      return new ImportedFile(file.name(), DigestUtils.sha256Hex(content), source, again);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ImportedFile called(String other) {
    return new ImportedFile(other, hash, source, again);
  }
}
