package org.vitrine.webhooks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.platform.outgoing.Outgoing;
import org.vitrine.platform.outgoing.OutgoingFailed;
import org.vitrine.platform.outgoing.OutgoingReply;
import org.vitrine.platform.outgoing.OutgoingRequest;
import org.vitrine.platform.secrets.Secrets;
import org.vitrine.platform.secrets.Secrets.SecretUnreadable;
import org.vitrine.webhooks.WebhookMessage.WebhookTry;
import org.vitrine.webhooks.WebhookQueueRepository.Receiver;

/** One try to tell an endpoint something, as Standard Webhooks 1.0 and CloudEvents 1.0 say. */
final class WebhookCall {
  static final Duration PATIENCE = Duration.ofSeconds(15);
  static final int GONE = 410;

  private static final int EXCERPT = 2_000;
  private static final String NO_SECRET = "secret";

  private final Outgoing outgoing;
  private final Secrets secrets;
  private final Duration patience;
  private final Clock clock;

  WebhookCall(Outgoing outgoing, Secrets secrets, Duration patience, Clock clock) {
    this.outgoing = outgoing;
    this.secrets = secrets;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param wished when the receiver wants to be asked again
   */
  record CallOutcome(WebhookTry tried, Optional<Instant> wished) {
    /** Any 2xx; a redirect is none. */
    boolean isTaken() {
      return tried.status().filter(status -> status >= 200 && status < 300).isPresent();
    }

    boolean isGone() {
      return tried.status().filter(status -> status == GONE).isPresent();
    }
  }

  /** Where a secret lies: it opens nowhere else. */
  static String place(long webhook) {
    return "webhook/" + webhook;
  }

  CallOutcome send(Receiver to, String id, String body) {
    Instant at = clock.instant();
    long began = System.nanoTime();
    try {
      OutgoingReply reply = outgoing.send(request(to, id, body, at));
      return new CallOutcome(
          tried(at, began, Optional.of(reply.status()), Optional.empty(), excerpt(reply)),
          RetryAfter.of(reply.header("retry-after"), at));
    } catch (OutgoingFailed failed) {
      return unanswered(at, began, failed.reason().name().toLowerCase(Locale.ROOT));
    } catch (SecretUnreadable keyless) {
      return unanswered(at, began, NO_SECRET);
    }
  }

  private OutgoingRequest request(Receiver to, String id, String body, Instant at) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/cloudevents+json; charset=utf-8");
    headers.put("User-Agent", "Vitrine-Webhooks");
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", String.valueOf(at.getEpochSecond()));
    headers.put("webhook-signature", signatures(to, id, at, bytes));
    return OutgoingRequest.post(URI.create(to.url()), headers, bytes, EXCERPT, patience);
  }

  /** While a secret is being changed, both sign, the newer one first. */
  private String signatures(Receiver to, String id, Instant at, byte[] body) {
    return Stream.concat(Stream.of(to.secret()), to.formerSecret().stream())
        .map(kept -> new WebhookSecret(secrets.open(place(to.id()), kept)))
        .map(secret -> secret.signature(id, at, body))
        .collect(Collectors.joining(" "));
  }

  private static CallOutcome unanswered(Instant at, long began, String trouble) {
    return new CallOutcome(
        tried(at, began, Optional.empty(), Optional.of(trouble), Optional.empty()),
        Optional.empty());
  }

  private static WebhookTry tried(
      Instant at,
      long began,
      Optional<Integer> status,
      Optional<String> trouble,
      Optional<String> excerpt) {
    return new WebhookTry(
        at, Duration.ofNanos(System.nanoTime() - began).toMillis(), status, trouble, excerpt);
  }

  private static Optional<String> excerpt(OutgoingReply reply) {
    return Optional.of(reply.text().replace('\0', ' ')).filter(text -> !text.isBlank());
  }
}
