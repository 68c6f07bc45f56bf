package org.vitrine.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.vitrine.platform.SingleFlightCache;

/** Who came with which secret a moment ago, so that the database is not asked at every request. */
final class Callers {
  /** A right that was taken away is gone everywhere within two seconds. */
  private static final Duration BELIEVED_FOR = Duration.ofMillis(1_500);

  private final SingleFlightCache<Token, FoundCaller> remembered =
      new SingleFlightCache<>(
          Caffeine.newBuilder().expireAfter(Expiry.writing(Callers::left)).maximumSize(100_000));

  /** What was answered, and what {@link System#nanoTime} said before the question. */
  private record FoundCaller(Optional<Caller> caller, long askedAt) {}

  /** Counted from the question: whatever was taken away since may not be in the answer. */
  private static Duration left(Token secret, FoundCaller answer) {
    Duration left = BELIEVED_FOR.minusNanos(System.nanoTime() - answer.askedAt());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Whoever it was, or whoever it turns out to be. */
  Optional<Caller> find(Token secret, Supplier<Optional<Caller>> ask) {
    return remembered.of(secret, () -> answer(ask)).caller();
  }

  private static FoundCaller answer(Supplier<Optional<Caller>> ask) {
    long askedAt = System.nanoTime();
    return new FoundCaller(ask.get(), askedAt);
  }

  /** Whoever it was, if that is known without asking. */
  Optional<Caller> remembered(Token secret) {
    return remembered.known(secret).flatMap(FoundCaller::caller);
  }

  void forget(Token secret) {
    remembered.forget(secret);
  }

  void forgetAll() {
    remembered.forgetAll();
  }
}
