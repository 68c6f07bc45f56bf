package org.vitrine.webhooks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an endpoint is told, as people look at it.
 *
 * @param id by which its receiver knows it again
 * @param nextTry when it is tried; absent where it waits for one before it, or no more
 * @param last the last try
 */
record WebhookMessage(
    long number,
    String id,
    String type,
    Instant saidAt,
    MessageState state,
    int attempts,
    Optional<Instant> nextTry,
    Optional<WebhookTry> last) {

  /** How far it is. */
  enum MessageState {
    WAITING,
    DELIVERED,
    SET_ASIDE;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<MessageState> of(String code) {
      return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
  }

  /**
   * What came of one try.
   *
   * @param status absent where nothing was answered
   * @param trouble why nothing was: {@code refused}, {@code unreachable}, {@code certificate},
   *     {@code timeout}, {@code broken}
   * @param excerpt the beginning of the answer
   */
  record WebhookTry(
      Instant at,
      long tookMillis,
      Optional<Integer> status,
      Optional<String> trouble,
      Optional<String> excerpt) {}

  /** The same with all that was tried, and what was sent. */
  record WholeMessage(WebhookMessage message, String body, List<WebhookTry> tries) {}
}
