package org.vitrine;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;
import java.time.Duration;
import org.vitrine.house.HouseIdentity;
import org.vitrine.house.HouseSettings;
import org.vitrine.platform.Build;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Feed;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.health.Meters;
import org.vitrine.platform.outgoing.Outgoing;
import org.vitrine.platform.outgoing.OutgoingAddresses;
import org.vitrine.platform.outgoing.SystemNames;

/**
 * Everything that is made anew when the house changes its name or its zone, and closed as if the
 * program ended: only the database and the port outlast it.
 */
final class Opening implements AutoCloseable {
  private static final int CONNECTIONS = 16;

  /** Open pages move on even while all other connections are taken, or lead nowhere. */
  private static final int PAGES_CONNECTIONS = 2;

  /** What open pages ask takes milliseconds: after so long, the connection is dead. */
  private static final Duration PAGES_WAIT = Duration.ofSeconds(4);

  /** The first connection of a process may take longer than a request should wait for one. */
  private static final Duration COLD_START = Duration.ofSeconds(30);

  private final Installation installation;
  private final Clock clock;
  private final Variant variant;
  private final Meters meters = new Meters();
  private final Vertx vertx;
  private final Database database;
  private final Database pagesDatabase;
  private final Changes changes = new Changes();
  private final Feed feed;
  private final HouseIdentity identity;
  private final Rooms rooms;
  private House house;

  Opening(Installation installation, Clock clock, Variant variant) {
    Settings settings = installation.settings();
    this.installation = installation;
    this.clock = clock;
    this.variant = variant;
    this.vertx = meters.vertx(new VertxOptions().setPreferNativeTransport(true));
    this.database = new Database(vertx, installation.databaseUrl(), CONNECTIONS, variant.wording());
    database.awaitConnection(COLD_START);
    this.pagesDatabase = database.apart("pages", PAGES_CONNECTIONS, PAGES_WAIT);
    this.identity = identity(settings);
    this.feed = new Feed(pagesDatabase, changes, Build.id() + ' ' + identity.zone());
    this.rooms =
        new Rooms(
            database,
            changes,
            settings,
            identity,
            installation::address,
            feed::epoch,
            new Outgoing(
                vertx, new OutgoingAddresses(settings.outside().networks(), new SystemNames())),
            variant.passwordCost(),
            clock);
  }

  private HouseIdentity identity(Settings settings) {
    try {
      return HouseSettings.wanted(database, settings.house());
    } catch (RuntimeException | Error fault) {
      closeGround();
      throw fault;
    }
  }

  /** Starts to serve; returns the port, which is a free one where 0 is asked for. */
  int serve(int port) {
    house =
        new House(
            new House.Ground(vertx, database, pagesDatabase, changes, feed, meters, clock),
            rooms,
            identity,
            installation,
            variant.moreFeatures());
    return house.open(port);
  }

  /** Whether the house was set to something else since it was opened. */
  boolean isOutdated() {
    return !HouseSettings.wanted(database, installation.settings().house()).equals(identity);
  }

  HouseIdentity identity() {
    return identity;
  }

  Database database() {
    return database;
  }

  Changes changes() {
    return changes;
  }

  Rooms rooms() {
    return rooms;
  }

  House house() {
    return house;
  }

  /** Finishes what has begun, then closes everything. */
  @Override
  public void close() {
    if (house != null) {
      house.close();
    }
    closeGround();
  }

  private void closeGround() {
    pagesDatabase.close();
    database.close();
    vertx.close().await();
    meters.close();
  }
}
