package org.vitrine.connectors;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import org.vitrine.connectors.SourceFault.FaultKind;

/**
 * Asks one system, and asks again where the fault may pass: a few times, resting in between as long
 * as the system wants.
 */
final class Asker {
  static final int NOT_MODIFIED = 304;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  private static final int TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int FIRST_FAULT_OF_SERVER = 500;
  private static final int LONGEST_SAID = 200;

  private final Wire wire;
  private final Patience patience;
  private final Clock clock;

  Asker(Wire wire, Patience patience, Clock clock) {
    this.wire = wire;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * How often it is asked before the run is broken off, and how it waits.
   *
   * @param most the longest rest within a run; what wants a longer one is left for later
   */
  record Patience(int tries, Duration first, Duration most, Resting rest) {
    static final Patience USUAL =
        new Patience(5, Duration.ofSeconds(1), Duration.ofSeconds(60), Patience::sleep);

    /** Waits so long; false where it must not. */
    @FunctionalInterface
    interface Resting {
      boolean rest(Duration time);
    }

    private static boolean sleep(Duration time) {
      try {
        Thread.sleep(time);
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  /**
   * Throws {@link SourceFault} where it is not answered.
   *
   * @param alsoFine what else than success is an answer
   */
  SourceReply ask(SourceQuestion question, Set<Integer> alsoFine) {
    for (int tries = 1; ; tries++) {
      try {
        return good(wire.ask(question), alsoFine);
      } catch (SourceFault fault) {
        Duration rest =
            fault.retryAfter().orElse(patience.first().multipliedBy(1L << Math.min(tries - 1, 10)));
        boolean isLate = tries >= patience.tries() || rest.compareTo(patience.most()) > 0;
        if (!fault.kind().passes() || isLate || !patience.rest().rest(rest)) {
          throw fault;
        }
      }
    }
  }

  private SourceReply good(SourceReply reply, Set<Integer> alsoFine) {
    if (reply.isGood() || alsoFine.contains(reply.status())) {
      return reply;
    }
    Optional<Duration> retryAfter = reply.header("retry-after").flatMap(this::rest);
    String status = "It answers with status " + reply.status();
    throw switch (reply.status()) {
      case TOO_MANY -> new SourceFault(FaultKind.THROTTLED, "It is asked too often", retryAfter);
      case UNAUTHORIZED, FORBIDDEN ->
          new SourceFault(
              FaultKind.DENIED, status + ": the key or its rights are not right", retryAfter);
      case TIMEOUT -> new SourceFault(FaultKind.AWAY, status, retryAfter);
      default ->
          reply.status() >= FIRST_FAULT_OF_SERVER
              ? new SourceFault(FaultKind.AWAY, status, retryAfter)
              : new SourceFault(FaultKind.REFUSED, status + said(reply), retryAfter);
    };
  }

  /** The beginning of what it says of that: it names the field at fault. */
  private static String said(SourceReply reply) {
    String text = new String(reply.body(), StandardCharsets.UTF_8);
    String plain = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return plain.isEmpty() ? "" : ": " + plain.substring(0, Math.min(LONGEST_SAID, plain.length()));
  }

  /** Seconds, or the moment until when (RFC 9110, 10.2.3). */
  private Optional<Duration> rest(String header) {
    try {
      return Optional.of(
          header.strip().matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(header.strip()))
              : later(Duration.between(clock.instant(), httpDate(header))));
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }

  private static Duration later(Duration rest) {
    return rest.isNegative() ? Duration.ZERO : rest;
  }

  static Instant httpDate(String header) {
    return ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  /** What the other system's clock says; ours where it does not. */
  Instant clockOf(SourceReply reply) {
    try {
      return reply.header("date").map(Asker::httpDate).orElseGet(clock::instant);
    } catch (DateTimeException broken) {
      return clock.instant();
    }
  }
}
