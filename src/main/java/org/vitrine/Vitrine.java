package org.vitrine;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.house.HouseIdentity;
import org.vitrine.house.HouseSettings;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Endpoint;

/**
 * A Vitrine: its database and its rooms, and the house that serves them once it is asked to. Where
 * the house is set to another name or zone, all but the database and the port is closed and opened
 * again: whoever keeps a room longer than a moment asks for it anew.
 */
public final class Vitrine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Vitrine.class);

  private final Installation installation;
  private final Clock clock;
  private final Variant variant;
  private final IdentityWatch watch = new IdentityWatch(this::followIdentity);
  private volatile Opening opening;
  private int port;
  private boolean isServing;
  private boolean closed;

  private Vitrine(Installation installation, Clock clock, Variant variant) {
    this.installation = installation;
    this.clock = clock;
    this.variant = variant;
    this.opening = new Opening(installation, clock, variant);
  }

  /** Opens the database, brings its schema up to date and makes the rooms; serves nothing yet. */
  public static Vitrine open(Settings settings, Clock clock) {
    return open(settings, clock, Variant.AS_BUILT);
  }

  /** The same, which serves these besides. */
  public static Vitrine open(Settings settings, Clock clock, MoreFeatures more) {
    return open(settings, clock, Variant.with(more));
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
  public synchronized int serve() {
    installation.requireOwnDatabase();
    serve(settings().port());
    watch.start();
    return port;
  }

  private void serve(int wantedPort) {
    port = opening.serve(wantedPort);
    isServing = true;
    installation.servesAt(port);
    opening
        .changes()
        .onChange(
            changed -> {
              if (changed.stream().anyMatch(one -> one.kind().equals(HouseSettings.KIND))) {
                watch.wake();
              }
            });
  }

  /**
   * Opens the house anew where it was set to be another one, here or by another node. What can fail
   * does so before the old house closes; where the new one cannot listen, the next look tries
   * again.
   */
  private synchronized void followIdentity() {
    if (closed || isServing && !opening.isOutdated()) {
      return;
    }
    Opening next = new Opening(installation, clock, variant);
    try {
      next.database().warmUp();
    } catch (RuntimeException failed) {
      next.close();
      throw failed;
    }
    LOG.info("The house is now {} in {}", next.identity().manufacturer(), next.identity().zone());
    isServing = false;
    opening.close();
    opening = next;
    serve(port);
  }

  /** What it serves, for those who compare it with what is said of it. */
  public List<Endpoint> endpoints() {
    return opening.house().endpoints();
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

  /** What the house is called and where it is, as it is open now. */
  public HouseIdentity identity() {
    return opening.identity();
  }

  public Database database() {
    return opening.database();
  }

  public Rooms rooms() {
    return opening.rooms();
  }

  public Clock clock() {
    return clock;
  }

  /** Finishes what has begun, then closes everything; once, however often it is called. */
  @Override
  public void close() {
    watch.close();
    closeAll();
  }

  private synchronized void closeAll() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      opening.close();
    } finally {
      installation.close();
    }
  }
}
