package org.vitrine.platform.database;

import java.nio.file.Path;

/** Makes a database of its own in a directory, and says which letters it knows. */
final class LocaleProcess {
  private LocaleProcess() {}

  public static void main(String[] args) {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(Path.of(args[0]))) {
      System.out.println(DatabaseState.of(database.url()).locale());
    }
  }
}
