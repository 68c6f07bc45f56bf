package org.vitrine.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Who came with which secret a moment ago, so that the database is not asked at every request. */
final class Callers {
  /** A right that was taken away is gone everywhere within two seconds. */
  private static final Duration BELIEVED_FOR = Duration.ofMillis(1_500);

  private final Cache<Token, Optional<Caller>> remembered =
      Caffeine.newBuilder().expireAfterWrite(BELIEVED_FOR).maximumSize(100_000).build();

  /** Whoever it was, or whoever it turns out to be. */
  Optional<Caller> find(Token secret, Supplier<Optional<Caller>> ask) {
    Optional<Caller> known = remembered.getIfPresent(secret);
    if (known == null) {
      known = ask.get();
      remembered.put(secret, known);
    }
    return known;
  }

  /** Whoever it was, if that is known without asking. */
  Optional<Caller> remembered(Token secret) {
    Optional<Caller> known = remembered.getIfPresent(secret);
    return known == null ? Optional.empty() : known;
  }

  void forget(Token secret) {
    remembered.invalidate(secret);
  }

  void forgetAll() {
    remembered.invalidateAll();
  }
}
