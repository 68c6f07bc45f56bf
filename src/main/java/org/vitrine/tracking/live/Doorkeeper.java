package org.vitrine.tracking.live;

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
import org.vitrine.accounts.Access;
import org.vitrine.accounts.Caller;
import org.vitrine.accounts.Token;

/**
 * Sees to it that an open socket outlives no right: once a second it asks whether any right was
 * taken away, on this node or another, or has run out, and if so closes the sockets whose session,
 * link or key has ended or is good for something else now.
 */
final class Doorkeeper {
  private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);
  private static final long LOOK_ANYWAY_MILLIS = 60_000;

  private final Access access;
  private final Map<Token, Set<Watcher>> inside = new ConcurrentHashMap<>();
  private final Set<Token> newcomers = ConcurrentHashMap.newKeySet();
  private final ReentrantLock looking = new ReentrantLock();

  /** Until when each is good at most; belongs to the one look at a time. */
  private final Map<Token, Instant> until = new HashMap<>();

  private long seenVersion = -1;
  private long lookedMillis;

  Doorkeeper(Access access) {
    this.access = access;
  }

  void letIn(Watcher watcher) {
    inside.compute(
        watcher.credential(),
        (token, watchers) -> {
          Set<Watcher> all = watchers == null ? ConcurrentHashMap.newKeySet() : watchers;
          all.add(watcher);
          return all;
        });
    newcomers.add(watcher.credential());
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
    Set<Token> asked = Set.copyOf(newcomers);
    newcomers.removeAll(asked);
    try {
      long version = access.changeVersion();
      boolean everybody = version != seenVersion || nowMillis - lookedMillis >= LOOK_ANYWAY_MILLIS;
      Instant now = access.now();
      Set<Token> tokens =
          everybody ? Set.copyOf(inside.keySet()) : andThoseWhoseTimeIsUp(asked, now);
      if (version != seenVersion) {
        access.forgetCallers();
      }
      if (!tokens.isEmpty()) {
        Map<Token, Access.Right> rights = access.rights(tokens);
        tokens.forEach(token -> check(token, Optional.ofNullable(rights.get(token)), now));
      }
      until.keySet().retainAll(inside.keySet());
      seenVersion = version;
      lookedMillis = everybody ? nowMillis : lookedMillis;
    } catch (RuntimeException e) {
      newcomers.addAll(asked);
      LOG.debug("Nobody could be asked who may stay: {}", e.getMessage());
    } finally {
      looking.unlock();
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

  private void check(Token token, Optional<Access.Right> right, Instant now) {
    boolean timeIsUp = !until.getOrDefault(token, Instant.MAX).isAfter(now);
    right.ifPresent(valid -> until.put(token, valid.until()));
    for (Watcher watcher : inside.getOrDefault(token, Set.of())) {
      if (right.isEmpty()) {
        showOut(
            watcher, timeIsUp && watcher.caller() instanceof Caller.Glass ? "ended" : "revoked");
      } else if (!watcher.caller().mayTheSameAs(right.get().caller())) {
        showOut(watcher, "changed");
      }
    }
  }

  private static void showOut(Watcher watcher, String why) {
    watcher.wire().loop().execute(() -> watcher.showOut(why));
  }
}
