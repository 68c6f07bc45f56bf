package org.vitrine.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * Takes mails out of the queue: to the mail server, again and again for three days if it must,
 * after which they are set aside for staff to see; or, where there is no server, to the log. A mail
 * may go out twice if we die while it is being sent, and is never lost. Each lane has a thread of
 * its own, so that no mail waits for one of the other.
 */
public final class MailSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration GIVE_UP_AFTER = Duration.ofDays(3);

  /** Between two refusals of an address that are believed together. */
  private static final Duration DOUBT = Duration.ofHours(2);

  private final Database database;
  private final Optional<MailServer> server;
  private final Clock clock;
  private final MailRepository repository = new MailRepository();
  private final BounceRepository bounces = new BounceRepository();
  private final UnsentMails unsent = new UnsentMails();
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

  /** Hands over whatever is due in this lane, one mail after the other, on one connection. */
  void round(MailLane lane) {
    giveUp(lane);
    try (MailConnection connection = server.map(MailServer::connection).orElse(null)) {
      for (Optional<DueMail> due = next(lane); due.isPresent(); due = next(lane)) {
        handOver(connection, lane, due.get());
      }
    }
  }

  private void giveUp(MailLane lane) {
    Instant now = clock.instant();
    int given = repository.giveUp(database, lane, now.minus(GIVE_UP_AFTER), now);
    if (given > 0) {
      LOG.warn("Set aside {} emails that could not be sent within three days", given);
    }
  }

  private Optional<DueMail> next(MailLane lane) {
    return closed ? Optional.empty() : repository.claim(database, lane, clock.instant());
  }

  private void handOver(MailConnection connection, MailLane lane, DueMail due) {
    if (connection == null) {
      show(lane, due);
    } else if (lane != MailLane.OWED && due.bounces()) {
      setAside(database, due, "Emails to this address bounce: clear that on the page People first");
    } else if (isTaken(connection, lane, due)) {
      repository.sent(database, due.id(), clock.instant());
      if (due.isDoubted()) {
        bounces.clear(database, due.to());
      }
    }
  }

  /** Whoever waits for a link finds it in the log; all else is read on the page. */
  private void show(MailLane lane, DueMail due) {
    if (lane == MailLane.OWED) {
      LOG.info("NOT MAILED to {}: {} {}", due.to(), due.subject(), due.link());
    } else {
      unsent
          .add(clock.instant())
          .ifPresent(
              count ->
                  LOG.info(
                      "NOT MAILED: {} more, no mail server is configured; read emails at /mail",
                      count));
    }
    repository.shown(database, due.id());
  }

  /** Whatever is wrong with one mail, those behind it are sent. */
  private boolean isTaken(MailConnection connection, MailLane lane, DueMail due) {
    try {
      connection.send(due.mail());
      return true;
    } catch (MailServer.NotTaken fault) {
      LOG.warn("Email {} could not be sent: {}", due.id(), fault.getMessage());
      notTaken(lane, due, fault);
    } catch (RuntimeException fault) {
      LOG.warn("Email {} could not be written", due.id(), fault);
      repository.notSent(database, due.id(), String.valueOf(fault.getMessage()));
    }
    return false;
  }

  private void notTaken(MailLane lane, DueMail due, MailServer.NotTaken fault) {
    String why = fault.getMessage();
    switch (fault.refusal()) {
      case FOR_NOW -> repository.notSent(database, due.id(), why);
      case OF_THE_MAIL -> setAside(database, due, why);
      case OF_THE_ADDRESS, PERHAPS_OF_THE_ADDRESS ->
          database.inTransaction(
              transaction -> {
                if (bounces(transaction, due, fault) && lane != MailLane.OWED) {
                  setAside(transaction, due, why);
                } else {
                  repository.notSent(transaction, due.id(), why);
                }
                return null;
              });
    }
  }

  private boolean bounces(Queries transaction, DueMail due, MailServer.NotTaken fault) {
    Instant now = clock.instant();
    if (fault.refusal() == MailRefusal.OF_THE_ADDRESS) {
      bounces.add(transaction, due.to(), now, fault.getMessage());
      return true;
    }
    return bounces.doubt(transaction, due.to(), now, now.minus(DOUBT), fault.getMessage());
  }

  private void setAside(Queries queries, DueMail due, String why) {
    repository.setAside(queries, due.id(), clock.instant(), why);
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
