package org.vitrine.accounts;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vitrine.platform.Answers;

/** Who came with which secret a moment ago, so that the database is not asked at every request. */
final class Callers {
  /** A right that was taken away is gone everywhere within two seconds. */
  private static final Duration BELIEVED_FOR = Duration.ofMillis(1_500);

  private final Answers<Token, Optional<Caller>> remembered =
      new Answers<>(Caffeine.newBuilder().expireAfterWrite(BELIEVED_FOR).maximumSize(100_000));

  /** Whoever it was, or whoever it turns out to be. */
  Optional<Caller> find(Token secret, Supplier<Optional<Caller>> ask) {
    return remembered.of(secret, ask);
  }

  /** Whoever it was, if that is known without asking. */
  Optional<Caller> remembered(Token secret) {
    return remembered.known(secret).flatMap(Function.identity());
  }

  void forget(Token secret) {
    remembered.forget(secret);
  }

  void forgetAll() {
    remembered.forgetAll();
  }
}
