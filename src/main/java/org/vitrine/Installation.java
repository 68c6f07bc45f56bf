package org.vitrine;

import java.net.URI;
import java.util.Optional;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.config.AddressFile;
import org.vitrine.platform.database.EmbeddedDatabase;
import org.vitrine.platform.database.Migrations;

/** Where a Vitrine keeps its data, and where people reach it. */
final class Installation implements AutoCloseable {
  private final Settings settings;
  private final Optional<EmbeddedDatabase> embedded;
  private volatile int port;

  private Installation(Settings settings, Optional<EmbeddedDatabase> embedded) {
    this.settings = settings;
    this.embedded = embedded;
  }

  /** Opens the database, its own or the one that is set, and brings its schema up to date. */
  static Installation open(Settings settings) {
    Installation installation =
        new Installation(
            settings,
            settings.databaseUrl().isPresent()
                ? Optional.empty()
                : Optional.of(EmbeddedDatabase.open(settings.data())));
    try {
      new Migrations(installation.databaseUrl()).run();
      return installation;
    } catch (RuntimeException | Error fault) {
      installation.close();
      throw fault;
    }
  }

  Settings settings() {
    return settings;
  }

  String databaseUrl() {
    return embedded.map(EmbeddedDatabase::url).or(settings::databaseUrl).orElseThrow();
  }

  /** A server on a database that another process runs would end with that process. */
  void requireOwnDatabase() {
    if (isBesideServer()) {
      throw new StartFailed(
          "Another Vitrine is using %s: stop it, wait until it is done, or start with --data and another directory"
              .formatted(settings.data()));
    }
  }

  /** From now on it serves there, and commands beside it find the way. */
  void servesAt(int listeningPort) {
    port = listeningPort;
    if (embedded.isPresent()) {
      AddressFile.in(settings.data()).write(address());
    }
  }

  /** Where it serves, or where the one serves whose data this is. */
  URI address() {
    if (port == 0 && settings.publicUrl().isEmpty() && isBesideServer()) {
      return AddressFile.in(settings.data())
          .read()
          .orElseGet(() -> settings.address(settings.port()));
    }
    return settings.address(port == 0 ? settings.port() : port);
  }

  /** Why the database cannot do its work, as far as that shows here. */
  Optional<String> trouble() {
    return embedded.flatMap(EmbeddedDatabase::trouble);
  }

  private boolean isBesideServer() {
    return embedded.map(EmbeddedDatabase::isShared).orElse(false);
  }

  @Override
  public void close() {
    embedded.ifPresent(EmbeddedDatabase::close);
  }
}
