package org.vitrine.platform.web;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/**
 * For commands that would do their work once more when they are sent once more: under the same
 * {@code Idempotency-Key} they are answered for 30 days as they were the first time, and another
 * request under that key is a {@link Rejection.Conflict}. Only what was done is remembered; what
 * was refused may be tried again.
 *
 * <p>The answer may hold a secret that is shown once, so it is kept under a {@link Seal}: only the
 * same credentials with the same key open it.
 */
public final class Idempotency {
  private static final Duration KEPT = Duration.ofDays(30);

  /**
   * What a request is known by when it comes again: for commands that do their work in several
   * transactions, and must not do again those that were through before a fault.
   *
   * @param key a hash of the key and the credentials
   * @param request a hash of what it asks for
   */
  public record SentOnce(Buffer key, Buffer request) {}

  /** Longer than a command may take: one without an answer after that ended with its process. */
  private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(2);

  private static final String HEADER = "Idempotency-Key";
  private static final Pattern SHAPE = Pattern.compile("[!-~]{1,200}");

  private final Database database;
  private final Clock clock;
  private final Function<Exchange, Optional<String>> credential;
  private final IdempotencyRepository repository = new IdempotencyRepository();

  /**
   * @param credential the secret by which a request was let in
   */
  public Idempotency(
      Database database, Clock clock, Function<Exchange, Optional<String>> credential) {
    this.database = database;
    this.clock = clock;
    this.credential = credential;
  }

  /** The same endpoint, which does its work once per key; not one that streams its body. */
  public Endpoint once(Endpoint endpoint) {
    if (endpoint.body().isStreamed()) {
      throw new IllegalArgumentException(
          endpoint.path() + ": a body that is gone once it was read cannot be compared");
    }
    return endpoint.doing(exchange -> answer(exchange, endpoint.action()));
  }

  private void answer(Exchange exchange, Endpoint.Handler action) {
    Optional<String> key = exchange.header(HEADER);
    if (key.isEmpty()) {
      action.answer(exchange);
      return;
    }
    if (!SHAPE.matcher(key.get()).matches()) {
      throw new Rejection.Invalid(HEADER, "A key must have 1 to 200 visible ASCII characters");
    }
    Seal seal = new Seal(credential.apply(exchange).orElseThrow(), key.get());
    Buffer id = Buffer.buffer(seal.name());
    Buffer request = hash(exchange);
    Instant now = clock.instant();
    repository.forgetBefore(database, now.minus(KEPT));
    if (repository.begin(database, id, request, now, now.minus(GIVEN_UP_AFTER))) {
      exchange.sendOnce(new SentOnce(id, request));
      answerOnce(exchange, action, seal, id);
    } else {
      answerAgain(exchange, seal, request, repository.find(database, id));
    }
  }

  private void answerOnce(Exchange exchange, Endpoint.Handler action, Seal seal, Buffer id) {
    AtomicBoolean isKept = new AtomicBoolean();
    exchange.beforeReply(
        reply -> {
          if (exchange.isForNow()) {
            repository.giveUp(database, id);
          } else {
            keep(reply, seal, id);
          }
          isKept.set(true);
        });
    try {
      action.answer(exchange);
    } catch (RuntimeException | Error fault) {
      repository.giveUp(database, id);
      throw fault;
    }
    if (!isKept.get()) {
      throw new IllegalStateException(
          exchange.request().path() + " answers past its exchange: it cannot be answered again");
    }
  }

  private void keep(Exchange.Reply reply, Seal seal, Buffer id) {
    repository.answered(
        database,
        id,
        reply.status(),
        reply.contentType(),
        Buffer.buffer(seal.close(reply.content().getBytes())));
  }

  private static void answerAgain(
      Exchange exchange,
      Seal seal,
      Buffer request,
      Optional<IdempotencyRepository.StoredAnswer> known) {
    if (known.isPresent() && !known.get().request().equals(request)) {
      throw new Rejection.Conflict(
          "This " + HEADER + " has already been used for a different request");
    }
    IdempotencyRepository.StoredAnswer answered =
        known
            .filter(found -> found.status().isPresent())
            .orElseThrow(
                () ->
                    new Rejection.Conflict(
                        "The same request is still being processed; try again in a moment"));
    if (answered.contentType().isEmpty()) {
      exchange.replyEmpty();
      return;
    }
    exchange.replyBytes(
        answered.status().orElseThrow(),
        answered.contentType().get(),
        Buffer.buffer(seal.open(answered.answer().getBytes())));
  }

  private static Buffer hash(Exchange exchange) {
    try {
      MessageDigest digest = DigestUtils.getSha256Digest();
      String line = exchange.request().method() + " " + exchange.request().path() + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
      exchange
          .content()
          .transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return Buffer.buffer(digest.digest());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
