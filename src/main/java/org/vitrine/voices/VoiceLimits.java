package org.vitrine.voices;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.voices.VoiceRepository.Addition;

/** How much customers, and holders of glass links, may say; for the house there is no limit. */
final class VoiceLimits {
  static final int SAID_A_DAY = 30;
  static final int SAID_A_DAY_BY_LINK = 10;
  static final int OF_AN_ORDER = 500;
  static final int OPEN_OF_A_COMPANY = 1_000;
  static final int ADDED_AN_HOUR = 60;
  static final int ADDED_AN_HOUR_TO_ANY = 120;
  static final int OF_CUSTOMERS = 1_000;
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final VoiceLimitRepository repository = new VoiceLimitRepository();

  /** Holds the company until the transaction ends, so that two at once do not both find room. */
  void requireRoom(
      Queries transaction, Speaker by, CompanyId company, Optional<OrderId> order, Instant now) {
    if (by.seesAll()) {
      return;
    }
    repository.hold(transaction, company);
    VoiceLimitRepository.SaidCount count =
        repository.count(transaction, company, by, order, now.minus(A_DAY));
    int most = by.link().isPresent() ? SAID_A_DAY_BY_LINK : SAID_A_DAY;
    if (count.own() >= most) {
      throw new Rejection.TooMany(
          "%d messages were sent within a day; try again later, or add to one that is open"
              .formatted(most),
          AN_HOUR);
    }
    if (count.ofOrder() >= OF_AN_ORDER) {
      throw new Rejection.Conflict(
          "This order has reached its limit of %d messages".formatted(OF_AN_ORDER));
    }
    requireFewOpen(count.open());
  }

  /** What is reopened counts among those that are open. */
  void requireRoomToReopen(Queries transaction, Speaker by, CompanyId company) {
    if (!by.seesAll()) {
      requireFewOpen(repository.open(transaction, company));
    }
  }

  private static void requireFewOpen(long open) {
    if (open >= OPEN_OF_A_COMPANY) {
      throw new Rejection.Conflict(
          "The limit of %,d open messages has been reached; wait until some are solved"
              .formatted(OPEN_OF_A_COMPANY));
    }
  }

  /**
   * What customers add to one voice, and to all of them. Holds the company until the transaction
   * ends, as those do who say something.
   */
  void requireRoom(Queries transaction, Voice voice, Speaker by, Instant now) {
    if (by.seesAll()) {
      return;
    }
    repository.hold(transaction, voice.company());
    Instant since = now.minus(AN_HOUR);
    if (repository.added(transaction, by, since) >= ADDED_AN_HOUR_TO_ANY) {
      throw new Rejection.TooMany(
          "%d entries were added to messages within an hour; try again later"
              .formatted(ADDED_AN_HOUR_TO_ANY),
          AN_HOUR);
    }
    long added =
        voice.events().stream()
            .filter(event -> event.at().isAfter(since))
            .filter(event -> VoiceParties.by(event).side().isCustomers())
            .count();
    if (added >= ADDED_AN_HOUR) {
      throw new Rejection.TooMany(
          "%d entries were added to message %s within an hour; try again later"
              .formatted(ADDED_AN_HOUR, voice.number()),
          AN_HOUR);
    }
  }

  /** Only what customers write is counted: staff, the clock and what moves it always have room. */
  static void requireRoom(Addition addition) {
    if (ofCustomers(addition.more()) == 0) {
      return;
    }
    if (ofCustomers(addition.after().events()) > OF_CUSTOMERS) {
      throw new Rejection.Conflict(
          "Message %s has reached its limit of %,d entries by customers; send a new one"
              .formatted(addition.before().number(), OF_CUSTOMERS));
    }
  }

  private static long ofCustomers(List<VoiceEvent> events) {
    return events.stream().filter(event -> VoiceParties.by(event).side().isCustomers()).count();
  }
}
