package org.vitrine.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.webhooks.WebhookCall.CallOutcome;
import org.vitrine.webhooks.WebhookMessage.MessageState;
import org.vitrine.webhooks.WebhookQueueRepository.DueMessage;
import org.vitrine.webhooks.WebhookQueueRepository.DueThing;
import org.vitrine.webhooks.WebhookQueueRepository.FailingWebhook;
import org.vitrine.webhooks.WebhookQueueRepository.Receiver;

/**
 * Tells endpoints what waits for them. One node serves an endpoint at a time, a few things of it at
 * once and each thing's messages one after the other. Endpoints that failed or were slow when they
 * were last tried have lanes of their own, so that they hold up each other and nobody else. A
 * message may arrive twice if we die while it is being sent, and is never lost.
 */
final class WebhookSender {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
  private static final int ENDPOINTS_AT_ONCE = 64;
  private static final int STRUGGLING_AT_ONCE = 16;
  private static final int THINGS_AT_ONCE = 8;

  /** Longer than an endpoint is served in one go, its last try included. */
  private static final Duration TAKEN_FOR = Duration.ofSeconds(90);

  private static final Duration SERVED_FOR = Duration.ofSeconds(20);
  private static final Duration SLOW = Duration.ofSeconds(5);

  /** Of nothing but failures. */
  static final Duration PAUSED_AFTER = Duration.ofDays(5);

  private final Database database;
  private final Changes changes;
  private final WebhookCall call;
  private final TrySchedule schedule;
  private final WebhookLetters letters;
  private final Clock clock;
  private final Semaphore free = new Semaphore(ENDPOINTS_AT_ONCE);
  private final Semaphore freeForStruggling = new Semaphore(STRUGGLING_AT_ONCE);
  private final WebhookRepository webhooks = new WebhookRepository();
  private final WebhookQueueRepository queue = new WebhookQueueRepository();

  WebhookSender(
      Database database,
      Changes changes,
      WebhookCall call,
      TrySchedule schedule,
      WebhookLetters letters,
      Clock clock) {
    this.database = database;
    this.changes = changes;
    this.call = call;
    this.schedule = schedule;
    this.letters = letters;
    this.clock = clock;
  }

  /** Begins with whatever is due, as far as there is room, and does not wait for its end. */
  void dispatch() {
    dispatch(false, free);
    dispatch(true, freeForStruggling);
  }

  private void dispatch(boolean struggling, Semaphore room) {
    int places = room.drainPermits();
    List<Receiver> taken = List.of();
    try {
      if (places > 0) {
        Instant now = clock.instant();
        taken = queue.take(database, struggling, now, now.plus(TAKEN_FOR), places);
      }
    } finally {
      room.release(places - taken.size());
    }
    for (Receiver one : taken) {
      Thread.ofVirtual().name("webhook " + one.id()).start(() -> serve(one, room));
    }
  }

  private void serve(Receiver to, Semaphore room) {
    try {
      serve(to);
    } catch (Rejection.Unavailable away) {
      LOG.debug("Endpoint {} is served when the database is back", to.id(), away);
    } catch (RuntimeException fault) {
      LOG.warn("Endpoint {} could not be served; it is tried again", to.id(), fault);
    } finally {
      room.release();
    }
  }

  /** Until nothing is due, something failed or was slow, or its time is up. */
  private void serve(Receiver to) {
    long until = System.nanoTime() + SERVED_FOR.toNanos();
    boolean goesOn = true;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      while (goesOn && System.nanoTime() < until) {
        List<DueThing> due = queue.heads(database, to.id(), clock.instant(), THINGS_AT_ONCE);
        List<Future<Boolean>> sent =
            due.stream().map(one -> threads.submit(() -> tell(to, one))).toList();
        goesOn = !due.isEmpty();
        for (Future<Boolean> one : sent) {
          goesOn &= succeeded(one);
        }
      }
    } finally {
      queue.letGo(database, to.id());
    }
  }

  private static boolean succeeded(Future<Boolean> one) {
    try {
      return one.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException fault) {
      throw fault.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(fault.getCause());
    }
  }

  /** Returns whether it went well and quickly. */
  private boolean tell(Receiver to, DueThing due) {
    if (due.message().isEmpty()) {
      database.inTransaction(
          transaction -> {
            queue.endThing(transaction, to.id(), due.thing());
            return null;
          });
      return true;
    }
    DueMessage message = due.message().get();
    CallOutcome outcome = call.send(to, message.id(), message.body());
    database.inTransaction(
        transaction -> {
          cameTo(transaction, to, due.thing(), message, outcome);
          return null;
        });
    return outcome.isTaken() && !isSlow(outcome);
  }

  private static boolean isSlow(CallOutcome outcome) {
    return outcome.tried().tookMillis() > SLOW.toMillis();
  }

  private void cameTo(
      Queries transaction, Receiver to, String thing, DueMessage message, CallOutcome outcome) {
    Instant now = clock.instant();
    queue.holdThing(transaction, to.id(), thing);
    queue.tried(transaction, message.number(), outcome.tried());
    if (outcome.isTaken()) {
      queue.cameTo(transaction, message.number(), MessageState.DELIVERED);
      goOn(transaction, to, thing, now);
      queue.succeeded(transaction, to.id(), now, isSlow(outcome));
      return;
    }
    Optional<Instant> next = schedule.next(message.attempts() + 1, now, outcome.wished());
    if (next.isPresent()) {
      queue.cameTo(transaction, message.number(), MessageState.WAITING);
      queue.nextOf(transaction, to.id(), thing, next.get());
    } else {
      queue.cameTo(transaction, message.number(), MessageState.SET_ASIDE);
      goOn(transaction, to, thing, now);
    }
    queue
        .failed(transaction, to.id(), now)
        .ifPresent(failing -> rest(transaction, to, failing, outcome, now));
  }

  /** With what comes next of the thing, if anything does. */
  private void goOn(Queries transaction, Receiver to, String thing, Instant now) {
    queue.nextOf(transaction, to.id(), thing, now);
    queue.endThing(transaction, to.id(), thing);
  }

  private void rest(
      Queries transaction, Receiver to, FailingWebhook failing, CallOutcome outcome, Instant now) {
    queue.rest(transaction, to.id(), schedule.restAfter(failing.failures(), now, outcome.wished()));
    boolean isLong = !failing.since().isAfter(now.minus(PAUSED_AFTER));
    if (outcome.isGone() || isLong) {
      PauseReason why = outcome.isGone() ? PauseReason.GONE : PauseReason.FAILING;
      if (webhooks.pause(transaction, to.id(), now, why, changes.position(transaction))) {
        letters.paused(transaction, to.id(), failing, why);
      }
    }
  }
}
