package org.vitrine.notices;

import com.interaso.webpush.WebPush;
import com.interaso.webpush.WebPush.Urgency;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.notices.PushRepository.PushTarget;
import org.vitrine.notices.PushRepository.PushedNotice;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.outgoing.Outgoing;
import org.vitrine.platform.outgoing.OutgoingFailed;
import org.vitrine.platform.outgoing.OutgoingRequest;

/**
 * Notices on people's devices, a moment after the fact. Each is taken once and tried once: what a
 * push service does not take then is in the mail anyway. A device that is gone is forgotten.
 */
final class NoticePushes {
  private static final Logger LOG = LoggerFactory.getLogger(NoticePushes.class);
  private static final int TAKEN_AT_ONCE = 500;
  private static final int UNDER_WAY_AT_MOST = 20;
  static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration OLD = Duration.ofHours(1);
  private static final int KEPT_SECONDS = (int) Duration.ofDays(1).toSeconds();
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final int READ_OF_AN_ANSWER = 4_000;

  private final Database database;
  private final PushDevices devices;
  private final PushMessages messages;
  private final Supplier<URI> address;
  private final Outgoing outgoing;
  private final Duration patience;
  private final Clock clock;
  private final PushRepository repository = new PushRepository();

  /**
   * @param address where people reach us: push services learn it, to complain
   * @param patience how long a push service has for all of its answer, the last byte included
   */
  NoticePushes(
      Database database,
      PushDevices devices,
      PushMessages messages,
      Supplier<URI> address,
      Outgoing outgoing,
      Duration patience,
      Clock clock) {
    this.database = database;
    this.devices = devices;
    this.messages = messages;
    this.address = address;
    this.outgoing = outgoing;
    this.patience = patience;
    this.clock = clock;
  }

  /** Sends what is new. */
  void push() {
    List<PushedNotice> taken;
    do {
      Instant now = clock.instant();
      taken = repository.take(database, now, now.minus(OLD), TAKEN_AT_ONCE);
      send(taken.stream().filter(PushedNotice::wanted).toList());
    } while (taken.size() == TAKEN_AT_ONCE);
  }

  private void send(List<PushedNotice> taken) {
    if (taken.isEmpty()) {
      return;
    }
    Map<Long, List<PushedNotice>> byPerson =
        taken.stream().collect(Collectors.groupingBy(PushedNotice::person));
    List<PushTarget> targets = repository.devices(database, byPerson.keySet());
    if (targets.isEmpty()) {
      return;
    }
    WebPush push = new WebPush(subject(), devices.keys());
    Semaphore underWay = new Semaphore(UNDER_WAY_AT_MOST);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      for (PushTarget target : targets) {
        for (byte[] message : messages.of(byPerson.get(target.person()), target.language())) {
          underWay.acquireUninterruptibly();
          threads.submit(
              () -> {
                try {
                  send(push, target, message);
                } finally {
                  underWay.release();
                }
              });
        }
      }
    } finally {
      close(threads);
    }
  }

  /** Whoever is still under way has had their time: waits no longer for them. */
  private void close(ExecutorService threads) {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(patience.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** An https address, as RFC 8292 asks for; in a trial over http there is none to give. */
  private String subject() {
    URI ours = address.get();
    return "https".equals(ours.getScheme()) ? ours.toString() : "mailto:administrator@localhost";
  }

  private void send(WebPush push, PushTarget target, byte[] message) {
    try {
      int status = outgoing.send(request(push, target, message)).status();
      if (status == NOT_FOUND || status == GONE) {
        repository.gone(database, target.id());
      } else if (status >= 300) {
        LOG.debug("Device {} was not told: {}", target.id(), status);
      }
    } catch (OutgoingFailed away) {
      LOG.debug("Device {} was not told: {}", target.id(), away.toString());
    }
  }

  private OutgoingRequest request(WebPush push, PushTarget target, byte[] message) {
    Map<String, String> headers = new LinkedHashMap<>();
    push.getHeaders(target.endpoint(), KEPT_SECONDS, null, Urgency.Normal).forEach(headers::put);
    return OutgoingRequest.post(
        URI.create(target.endpoint()),
        headers,
        push.getBody(message, target.publicKey(), target.secret()),
        READ_OF_AN_ANSWER,
        patience);
  }
}
