package org.vitrine.command;

import java.io.IOException;
import java.util.Optional;
import org.vitrine.Settings;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.database.DataDirectory;
import org.vitrine.platform.database.EmbeddedDatabase;

/** The database that the settings name, or our own in the data directory, while it is open. */
final class SetDatabase implements AutoCloseable {
  private final String url;
  private final Optional<EmbeddedDatabase> own;

  private SetDatabase(String url, Optional<EmbeddedDatabase> own) {
    this.url = url;
    this.own = own;
  }

  static SetDatabase of(Settings settings) {
    if (settings.databaseUrl().isPresent()) {
      return new SetDatabase(settings.databaseUrl().get(), Optional.empty());
    }
    EmbeddedDatabase own = EmbeddedDatabase.open(settings.data());
    return new SetDatabase(own.url(), Optional.of(own));
  }

  /** The same; throws {@link StartFailed} where nothing was started yet, and makes nothing. */
  static SetDatabase existing(Settings settings) {
    try {
      if (settings.databaseUrl().isEmpty()
          && new DataDirectory(settings.data()).version().isEmpty()) {
        throw new StartFailed("There is no Vitrine in %s yet".formatted(settings.data()));
      }
      return of(settings);
    } catch (IOException e) {
      throw new StartFailed("Cannot read the data directory: " + e.getMessage(), e);
    }
  }

  String url() {
    return url;
  }

  boolean isOwn() {
    return own.isPresent();
  }

  /** Whether another process runs it. */
  boolean isShared() {
    return own.map(EmbeddedDatabase::isShared).orElse(false);
  }

  @Override
  public void close() {
    own.ifPresent(EmbeddedDatabase::close);
  }
}
