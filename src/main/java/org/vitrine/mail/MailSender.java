package org.vitrine.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.database.Database;

/**
 * Takes mails out of the queue: to the mail server, again and again for a day if it must; or, where
 * there is none, to the log. A mail may go out twice if we die while it is being sent, and is never
 * lost.
 */
public final class MailSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration GIVE_UP_AFTER = Duration.ofDays(1);
  private static final Duration LINKS_KEPT = Duration.ofDays(7);
  private static final Duration MAIL_KEPT = Duration.ofDays(90);
  private static final Duration SWEEP_EVERY = Duration.ofHours(1);

  private final Database database;
  private final Optional<MailServer> server;
  private final Clock clock;
  private final MailRepository repository = new MailRepository();
  private Thread thread;
  private volatile boolean closed;
  private Instant swept = Instant.MIN;

  public MailSender(Database database, Optional<MailServer> server, Clock clock) {
    this.database = database;
    this.server = server;
    this.clock = clock;
  }

  public void start() {
    thread = Thread.ofVirtual().name("mail sender").start(this::work);
  }

  private void work() {
    while (!closed) {
      try {
        round();
        Thread.sleep(PAUSE);
      } catch (InterruptedException woken) {
        // Only closing wakes it.
      } catch (RuntimeException fault) {
        if (!closed) {
          LOG.warn("The mail queue cannot be read now: {}", fault.getMessage());
          LockSupport.parkNanos(PAUSE.multipliedBy(5).toNanos());
        }
      }
    }
  }

  /** Hands over whatever is due, one mail after the other. */
  void round() {
    sweep();
    Optional<DueMail> due = repository.claim(database, clock.instant());
    while (due.isPresent()) {
      handOver(due.get());
      due = repository.claim(database, clock.instant());
    }
  }

  private void handOver(DueMail due) {
    if (server.isEmpty()) {
      LOG.info(
          "NOT MAILED, no mail server is set. To {}: {} {}", due.to(), due.subject(), due.link());
      repository.shown(database, due.id());
      return;
    }
    try {
      server.get().send(due.mail());
      repository.sent(database, due.id(), clock.instant());
    } catch (MailServer.NotTaken fault) {
      LOG.warn("Mail {} was not taken: {}", due.id(), fault.getMessage());
      repository.notSent(database, due.id(), fault.getMessage());
    }
  }

  private void sweep() {
    Instant now = clock.instant();
    int given = repository.giveUp(database, now.minus(GIVE_UP_AFTER));
    if (given > 0) {
      LOG.warn("{} mails could not be sent within a day and are given up", given);
    }
    if (swept.isBefore(now.minus(SWEEP_EVERY))) {
      repository.sweep(database, now, LINKS_KEPT, MAIL_KEPT);
      swept = now;
    }
  }

  @Override
  public void close() {
    closed = true;
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join(Duration.ofSeconds(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    server.ifPresent(MailServer::close);
  }
}
