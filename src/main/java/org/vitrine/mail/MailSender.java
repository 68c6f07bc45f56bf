package org.vitrine.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.database.Database;

/**
 * Takes mails out of the queue: to the mail server, again and again for a day if it must; or, where
 * there is none, to the log. A mail may go out twice if we die while it is being sent, and is never
 * lost. Each lane has a thread of its own, so that no mail waits for one of the other.
 */
public final class MailSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration GIVE_UP_AFTER = Duration.ofDays(1);

  private final Database database;
  private final Optional<MailServer> server;
  private final Clock clock;
  private final MailRepository repository = new MailRepository();
  private List<Thread> threads = List.of();
  private volatile boolean closed;

  public MailSender(Database database, Optional<MailServer> server, Clock clock) {
    this.database = database;
    this.server = server;
    this.clock = clock;
  }

  /** Platform threads, as {@link MailServer} asks for. */
  public void start() {
    threads =
        Arrays.stream(MailLane.values())
            .map(
                lane ->
                    Thread.ofPlatform()
                        .name("mail-" + lane.code())
                        .daemon()
                        .start(() -> work(lane)))
            .toList();
  }

  private void work(MailLane lane) {
    while (!closed) {
      try {
        round(lane);
        Thread.sleep(PAUSE);
      } catch (InterruptedException woken) {
        // Only closing wakes it.
      } catch (RuntimeException fault) {
        if (!closed) {
          LOG.warn("Cannot read the mail queue right now: {}", fault.getMessage());
          LockSupport.parkNanos(PAUSE.multipliedBy(5).toNanos());
        }
      }
    }
  }

  /** Hands over whatever is due in this lane, one mail after the other. */
  void round(MailLane lane) {
    giveUp(lane);
    for (Optional<DueMail> due = next(lane); due.isPresent(); due = next(lane)) {
      handOver(due.get());
    }
  }

  private void giveUp(MailLane lane) {
    int given = repository.giveUp(database, lane, clock.instant().minus(GIVE_UP_AFTER));
    if (given > 0) {
      LOG.warn("Gave up on {} emails that could not be sent within a day", given);
    }
  }

  private Optional<DueMail> next(MailLane lane) {
    return closed ? Optional.empty() : repository.claim(database, lane, clock.instant());
  }

  private void handOver(DueMail due) {
    if (server.isEmpty()) {
      LOG.info(
          "NOT MAILED, no mail server is configured. To {}: {} {}",
          due.to(),
          due.subject(),
          due.link());
      repository.shown(database, due.id());
      return;
    }
    try {
      server.get().send(due.mail());
      repository.sent(database, due.id(), clock.instant());
    } catch (MailServer.NotTaken fault) {
      LOG.warn("Email {} could not be sent: {}", due.id(), fault.getMessage());
      repository.notSent(database, due.id(), fault.getMessage());
    }
  }

  @Override
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      try {
        thread.join(Duration.ofSeconds(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
