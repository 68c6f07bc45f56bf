package org.vitrine.live;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Caller;
import org.vitrine.access.Role;
import org.vitrine.access.Scope;
import org.vitrine.access.Token;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Feed;
import org.vitrine.platform.database.Database;

/** A node's live path without its network, for the topics of one or more sources. */
final class TestLive implements AutoCloseable {
  static final Caller STAFF = new Caller.Key(1, "program", Set.of(Scope.READ));
  static final Caller CUSTOMER =
      new Caller.SignedIn(2, "Amelia", Role.CUSTOMER, Optional.of(new CompanyId(1)));

  private static final Duration COLD_START = Duration.ofSeconds(30);

  private final Vertx vertx = Vertx.vertx();
  private final Changes changes = new Changes();
  private final Database database;
  private final Hub hub = new Hub();
  private final Projector projector;
  private final WatchResolver resolver;

  TestLive(String databaseUrl, List<TopicSource<?>> sources) {
    this.database = new Database(vertx, databaseUrl, 4);
    database.answersWithin(COLD_START);
    Feed feed = new Feed(database, changes, "test");
    this.projector = new Projector(feed, hub, sources, new FeedHealth(() -> {}));
    this.resolver = new WatchResolver(new Topics(sources), () -> false);
    changes.onCommit(projector::wake);
    changes.onForget(projector::startOver);
    projector.start();
  }

  TestSocket connect(Caller caller) {
    TestSocket socket = new TestSocket(resolver);
    Connection connection = new Connection(socket, caller, Token.random(), hub, projector::request);
    socket.loop().execute(() -> hub.connected(connection));
    return socket.as(connection);
  }

  /** Commits something, as a feature does. */
  void commit(Change change, Runnable... besides) {
    database.inTransaction(
        transaction -> {
          List.of(besides).forEach(Runnable::run);
          changes.record(transaction, List.of(change));
          return null;
        });
  }

  @Override
  public void close() {
    projector.close();
    database.close();
    vertx.close().await();
  }
}
