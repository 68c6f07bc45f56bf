package org.vitrine.gather.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.vitrine.gather.health.Health;
import org.vitrine.gather.journal.Journal;
import org.vitrine.gather.journal.Message;
import org.vitrine.gather.journal.Message.Numbered;

/**
 * Sends what waits, in the order in which it was kept, until it is taken, known or refused. What is
 * refused is set aside and holds up nothing; where nobody answers, all wait.
 */
public final class Delivery implements Runnable {
  private static final int TOGETHER = 500;
  private static final Duration IDLE = Duration.ofMillis(200);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final Journal journal;
  private final VitrineApi vitrine;
  private final SetAside refused;
  private final Health health;
  private final InstantSource clock;
  private Duration wait = Duration.ZERO;
  private volatile boolean stopped;

  public Delivery(
      Journal journal, VitrineApi vitrine, SetAside refused, Health health, InstantSource clock) {
    this.journal = journal;
    this.vitrine = vitrine;
    this.refused = refused;
    this.health = health;
    this.clock = clock;
  }

  @Override
  public void run() {
    try {
      while (!stopped || (wait.isZero() && journal.waiting() > 0)) {
        List<Numbered> some = ofOneKind(journal.next(TOGETHER));
        if (some.isEmpty()) {
          Thread.sleep(IDLE);
        } else {
          deliver(some);
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException bug) {
      health.broken(bug);
      throw bug;
    }
  }

  /** Ends when all is delivered, or at the first time that nobody takes it. */
  public void stop() {
    stopped = true;
  }

  private static List<Numbered> ofOneKind(List<Numbered> next) {
    int count = 0;
    while (count < next.size() && kind(next.get(count)) == kind(next.getFirst())) {
      count++;
    }
    return next.subList(0, count);
  }

  private static Message.Kind kind(Numbered one) {
    return one.message().kind();
  }

  private void deliver(List<Numbered> some) throws InterruptedException {
    List<ObjectNode> bodies = some.stream().map(one -> one.message().body()).toList();
    switch (vitrine.send(kind(some.getFirst()), bodies)) {
      case Answer.Heard heard -> heard(some, heard);
      case Answer.NotTogether no when some.size() == 1 -> heard(some, refusing(no.reason()));
      case Answer.NotTogether no -> deliver(some.subList(0, some.size() / 2));
      case Answer.Unavailable nobody -> waitFor(nobody);
    }
  }

  private static Answer.Heard refusing(String reason) {
    return new Answer.Heard(0, 0, List.of(new Answer.Refused(0, reason)));
  }

  /** What was delivered makes the room in which what was refused is set aside. */
  private void heard(List<Numbered> some, Answer.Heard heard) throws InterruptedException {
    health.serverReached();
    wait = Duration.ZERO;
    try {
      for (Answer.Refused one : heard.refused()) {
        Numbered message = some.get(one.index());
        journal.done(message.number() - 1);
        setAside(message, one.reason());
      }
      journal.done(some.getLast().number());
      health.delivered(heard.taken(), heard.known());
    } catch (IOException full) {
      health.diskTrouble(full);
      Thread.sleep(1_000);
    }
  }

  private void setAside(Numbered one, String reason) throws IOException {
    refused.add(one, reason, clock.instant());
    ObjectNode body = one.message().body();
    health.setAside(body.path("id").asText(body.path("machine").asText()), reason);
  }

  private void waitFor(Answer.Unavailable nobody) throws InterruptedException {
    health.serverTrouble(nobody.why());
    wait = wait.isZero() ? Duration.ofSeconds(1) : wait.multipliedBy(2);
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      wait = LONGEST_WAIT;
    }
    Duration asked = nobody.retryAfter() == null ? wait : nobody.retryAfter();
    long millis = Math.min(asked.toMillis(), LONGEST_WAIT.toMillis());
    long until = System.nanoTime() + (millis + jitter(millis)) * 1_000_000;
    while (!stopped && System.nanoTime() < until) {
      Thread.sleep(100);
    }
  }

  /** So that many gatherers do not come back in the same moment. */
  private static long jitter(long millis) {
    return ThreadLocalRandom.current().nextLong(millis / 4 + 1);
  }
}
