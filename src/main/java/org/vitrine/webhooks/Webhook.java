package org.vitrine.webhooks;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An endpoint, as the house sees it; never its secret.
 *
 * @param company the code of the one whose it is; absent for the house's own
 * @param formerSecretUntil until when the secret before this one signs as well
 */
record Webhook(
    long id,
    long version,
    String name,
    String url,
    List<String> types,
    Optional<String> company,
    String owner,
    Optional<Instant> formerSecretUntil,
    WebhookState state) {

  /**
   * How it does.
   *
   * @param failingSince when the first of its tries failed after the last that did not
   * @param waiting how many messages wait, of those that were set aside none
   * @param replaying whether what happened before is being told again
   */
  record WebhookState(
      Optional<Instant> pausedAt,
      Optional<PauseReason> pausedWhy,
      Optional<Instant> failingSince,
      Optional<Instant> deliveredAt,
      long waiting,
      long setAside,
      boolean replaying) {}

  /** What is said once: where it is made, and where its secret is changed. */
  record WebhookWithSecret(@JsonUnwrapped Webhook webhook, String secret) {}
}
