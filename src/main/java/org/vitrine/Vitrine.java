package org.vitrine;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.vitrine.platform.Build;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Feed;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.health.Meters;
import org.vitrine.platform.web.Endpoint;

/** A Vitrine: its database and its rooms, and the house that serves them once it is asked to. */
public final class Vitrine implements AutoCloseable {
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
  private final Rooms rooms;
  private House house;
  private boolean closed;

  private Vitrine(Installation installation, Clock clock, Variant variant) {
    Settings settings = installation.settings();
    this.installation = installation;
    this.clock = clock;
    this.variant = variant;
    this.vertx = meters.vertx(new VertxOptions().setPreferNativeTransport(true));
    this.database = new Database(vertx, installation.databaseUrl(), CONNECTIONS, variant.wording());
    database.answersWithin(COLD_START);
    this.pagesDatabase = database.apart("pages", PAGES_CONNECTIONS, PAGES_WAIT);
    this.feed = new Feed(pagesDatabase, changes, Build.id() + ' ' + settings.zone());
    this.rooms =
        new Rooms(
            database, changes, settings, this::address, feed::epoch, variant.passwordCost(), clock);
  }

  /** Opens the database, brings its schema up to date and makes the rooms; serves nothing yet. */
  public static Vitrine open(Settings settings, Clock clock) {
    return open(settings, clock, Variant.AS_BUILT);
  }

  static Vitrine open(Settings settings, Clock clock, Variant variant) {
    Installation installation = Installation.open(settings);
    try {
      return new Vitrine(installation, clock, variant);
    } catch (RuntimeException | Error fault) {
      installation.close();
      throw fault;
    }
  }

  /** Starts to serve; returns the port. */
  public int serve() {
    installation.requireOwnDatabase();
    house =
        new House(
            new House.Ground(vertx, database, pagesDatabase, changes, feed, meters, clock),
            rooms,
            installation,
            variant.moreFeatures());
    int port = house.open();
    installation.servesAt(port);
    return port;
  }

  /** What it serves, for those who compare it with what is said of it. */
  public List<Endpoint> endpoints() {
    return house.endpoints();
  }

  /**
   * Where people reach it, for links: where it serves, or where the one serves whose data this is.
   */
  public URI address() {
    return installation.address();
  }

  public Settings settings() {
    return installation.settings();
  }

  public Database database() {
    return database;
  }

  public Rooms rooms() {
    return rooms;
  }

  public Clock clock() {
    return clock;
  }

  /** Finishes what has begun, then closes everything; once, however often it is called. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (house != null) {
        house.close();
      }
      pagesDatabase.close();
      database.close();
      vertx.close().await();
      meters.close();
    } finally {
      installation.close();
    }
  }
}
