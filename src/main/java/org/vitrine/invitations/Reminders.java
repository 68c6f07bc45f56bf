package org.vitrine.invitations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.platform.Chore;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * Reminds those who come, and those who have not answered, a week and a day before. Of a series
 * each date; one that stands by itself is reminded of by itself.
 */
final class Reminders {
  static final Duration WEEK = Duration.ofDays(7);
  static final Duration DAY = Duration.ofDays(1);
  private static final Duration EVERY = Duration.ofSeconds(20);
  private static final Set<InvitationState> REMINDED =
      Set.of(InvitationState.ASKED, InvitationState.ACCEPTED, InvitationState.TENTATIVE);

  private final Database database;
  private final InvitationBook book;
  private final InvitationMails mails;
  private final Clock clock;

  Reminders(Database database, InvitationBook book, InvitationMails mails, Clock clock) {
    this.database = database;
    this.book = book;
    this.mails = mails;
    this.clock = clock;
  }

  Chore chore() {
    return new Chore("reminders of invitations", EVERY, this::remindAll);
  }

  /** When people are to be reminded next. */
  static Optional<Instant> next(Occasion occasion, Instant now) {
    return occasion.dates().stream()
        .map(ZonedDateTime::toInstant)
        .flatMap(begins -> Stream.of(begins.minus(WEEK), begins.minus(DAY)))
        .filter(moment -> moment.isAfter(now))
        .min(Instant::compareTo);
  }

  void remindAll() {
    while (database.inTransaction(this::remindOfOne)) {
      // One after the other, each in a transaction of its own.
    }
  }

  private boolean remindOfOne(Queries transaction) {
    Instant now = clock.instant();
    Optional<StoredOccasion> due = book.occasions().lockDue(transaction, now);
    due.ifPresent(
        stored -> {
          book.occasions().remind(transaction, stored.occasion(), next(stored.occasion(), now));
          dates(transaction, stored.occasion(), stored.reminding().orElse(now), now)
              .forEach(date -> remind(transaction, stored.occasion(), date));
        });
    return due.isPresent();
  }

  /** Those whose moment came since then, and which have not begun. */
  private List<ZonedDateTime> dates(
      Queries queries, Occasion occasion, Instant since, Instant now) {
    return occasion.dates().stream()
        .filter(date -> date.toInstant().isAfter(now))
        .filter(
            date ->
                Stream.of(WEEK, DAY)
                    .map(date.toInstant()::minus)
                    .anyMatch(moment -> !moment.isBefore(since) && !moment.isAfter(now)))
        .filter(
            date ->
                occasion.rule().isEmpty()
                    || !book.occasions().hasDate(queries, occasion.uid(), date.toLocalDateTime()))
        .toList();
  }

  private void remind(Queries transaction, Occasion occasion, ZonedDateTime date) {
    Instant now = clock.instant();
    book.invitations().of(transaction, occasion.kind(), occasion.number()).stream()
        .filter(one -> REMINDED.contains(one.state()))
        .forEach(one -> mails.comingUp(transaction, one, date, now));
  }
}
