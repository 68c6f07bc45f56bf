package org.vitrine.live;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.access.Caller;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;

/**
 * Closes open sockets whose right has ended: once a second it asks whether any right was taken
 * away, on this node or another, or has run out, and if so closes the sockets whose session, link
 * or key has ended or now allows something else.
 */
final class RevocationWatch {
  private static final Logger LOG = LoggerFactory.getLogger(RevocationWatch.class);
  private static final long CHECK_ANYWAY_MILLIS = 60_000;

  private final Sessions sessions;
  private final Map<Token, Set<Connection>> byCredential = new ConcurrentHashMap<>();
  private final Set<Token> newcomers = ConcurrentHashMap.newKeySet();
  private final ReentrantLock checking = new ReentrantLock();

  /** Until when each is good at most; belongs to the one check at a time. */
  private final Map<Token, Instant> until = new HashMap<>();

  private long seenVersion = -1;
  private long checkedMillis;

  RevocationWatch(Sessions sessions) {
    this.sessions = sessions;
  }

  void add(Connection connection) {
    byCredential.compute(
        connection.credential(),
        (token, connections) -> {
          Set<Connection> all = connections == null ? ConcurrentHashMap.newKeySet() : connections;
          all.add(connection);
          return all;
        });
    newcomers.add(connection.credential());
  }

  void remove(Connection connection) {
    byCredential.computeIfPresent(
        connection.credential(),
        (token, connections) -> {
          connections.remove(connection);
          return connections.isEmpty() ? null : connections;
        });
  }

  /**
   * One check; may block. While another one runs this does nothing: the next comes in a second, and
   * checks that a slow database holds up must not pile up.
   */
  void check(long nowMillis) {
    if (!checking.tryLock()) {
      return;
    }
    Set<Token> asked = Set.copyOf(newcomers);
    newcomers.removeAll(asked);
    try {
      long version = sessions.changeVersion();
      boolean everybody =
          version != seenVersion || nowMillis - checkedMillis >= CHECK_ANYWAY_MILLIS;
      Instant now = sessions.now();
      Set<Token> tokens =
          everybody ? Set.copyOf(byCredential.keySet()) : andThoseWhoseTimeIsUp(asked, now);
      if (version != seenVersion) {
        sessions.forgetCallers();
      }
      if (!tokens.isEmpty()) {
        Map<Token, Sessions.Right> rights = sessions.rights(tokens);
        tokens.forEach(token -> recheck(token, Optional.ofNullable(rights.get(token)), now));
      }
      until.keySet().retainAll(byCredential.keySet());
      seenVersion = version;
      checkedMillis = everybody ? nowMillis : checkedMillis;
    } catch (RuntimeException e) {
      newcomers.addAll(asked);
      LOG.debug("Rights could not be checked: {}", e.getMessage());
    } finally {
      checking.unlock();
    }
  }

  private Set<Token> andThoseWhoseTimeIsUp(Set<Token> newcomers, Instant now) {
    Set<Token> tokens = new HashSet<>(newcomers);
    until.forEach(
        (token, end) -> {
          if (!end.isAfter(now)) {
            tokens.add(token);
          }
        });
    return tokens;
  }

  private void recheck(Token token, Optional<Sessions.Right> right, Instant now) {
    boolean timeIsUp = !until.getOrDefault(token, Instant.MAX).isAfter(now);
    right.ifPresent(valid -> until.put(token, valid.until()));
    for (Connection connection : byCredential.getOrDefault(token, Set.of())) {
      if (right.isEmpty()) {
        end(
            connection,
            timeIsUp && connection.caller() instanceof Caller.GlassHolder ? "ended" : "revoked");
      } else if (!connection.caller().mayTheSameAs(right.get().caller())) {
        end(connection, "changed");
      }
    }
  }

  private static void end(Connection connection, String why) {
    connection.transport().loop().execute(() -> connection.end(why));
  }
}
