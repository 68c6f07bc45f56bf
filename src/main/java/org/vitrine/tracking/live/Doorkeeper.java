package org.vitrine.tracking.live;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.accounts.Access;
import org.vitrine.accounts.Token;

/**
 * Sees to it that an open socket outlives no right: once a second it asks whether any right was
 * taken away, on this node or another, and if so closes the sockets whose session, link or key has
 * ended.
 */
final class Doorkeeper {
  private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);
  private static final long LOOK_ANYWAY_MILLIS = 60_000;

  private final Access access;
  private final Map<Token, Set<Watcher>> inside = new ConcurrentHashMap<>();
  private final Set<Token> newcomers = ConcurrentHashMap.newKeySet();
  private final ReentrantLock looking = new ReentrantLock();
  private long seenVersion = -1;
  private long lookedMillis;

  Doorkeeper(Access access) {
    this.access = access;
  }

  void letIn(Watcher watcher) {
    newcomers.add(watcher.credential());
    inside
        .computeIfAbsent(watcher.credential(), token -> ConcurrentHashMap.newKeySet())
        .add(watcher);
  }

  void sawOut(Watcher watcher) {
    inside.computeIfPresent(
        watcher.credential(),
        (token, watchers) -> {
          watchers.remove(watcher);
          return watchers.isEmpty() ? null : watchers;
        });
  }

  /**
   * One look; may block. While another looks this does nothing: the next look comes in a second,
   * and looks that a slow database holds up must not pile up behind each other.
   */
  void look(long nowMillis) {
    if (!looking.tryLock()) {
      return;
    }
    try {
      long version = access.changeVersion();
      boolean everybody = version != seenVersion || nowMillis - lookedMillis >= LOOK_ANYWAY_MILLIS;
      Set<Token> tokens = Set.copyOf(everybody ? inside.keySet() : newcomers);
      if (version != seenVersion) {
        access.forgetCallers();
      }
      Set<Token> valid = tokens.isEmpty() ? Set.of() : access.stillValid(tokens);
      tokens.stream().filter(token -> !valid.contains(token)).forEach(this::showOut);
      newcomers.removeAll(tokens);
      seenVersion = version;
      lookedMillis = everybody ? nowMillis : lookedMillis;
    } catch (RuntimeException e) {
      LOG.debug("Nobody could be asked who may stay: {}", e.getMessage());
    } finally {
      looking.unlock();
    }
  }

  private void showOut(Token token) {
    for (Watcher watcher : inside.getOrDefault(token, Set.of())) {
      watcher.wire().loop().execute(watcher::showOut);
    }
  }
}
