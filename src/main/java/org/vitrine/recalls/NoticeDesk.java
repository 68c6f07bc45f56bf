package org.vitrine.recalls;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.vitrine.access.Actor;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.Amount;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.recalls.Recall.RecallMark;
import org.vitrine.recalls.RecallNotice.NoticeLeft;

/**
 * What companies, and the house, do about one notice: it is held meanwhile, and what a company does
 * is written behind its wall.
 */
final class NoticeDesk {
  private static final int LONGEST_REASON = 500;
  private static final long MOST_REACHED = 1_000_000;

  private final Database database;
  private final Changes changes;
  private final Clock clock;
  private final RecallNoticeRepository repository = new RecallNoticeRepository();
  private final RecallDeedRepository deeds = new RecallDeedRepository();

  NoticeDesk(Database database, Changes changes, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.clock = clock;
  }

  /** Somebody of the company has it before their eyes; what staff read is no answer. */
  void read(NoticeAudience audience, RecallNoticeId id, Actor by) {
    if (!(audience instanceof NoticeAudience.ForCompany)) {
      throw new Rejection.Forbidden("That it was read is for the company to say");
    }
    act(
        audience,
        id,
        (transaction, notice) -> {
          RecallMark mark = mark(by);
          if (deeds.read(transaction, id, mark)) {
            happened(transaction, notice, RecallEvent.of(mark.at(), "read", by, Map.of()));
          }
        });
  }

  /**
   * Acknowledges what was told, and chooses, until the remedy has begun: then only the same can be
   * said again, of what was told since. Throws {@link Rejection.Conflict} where it is too late.
   */
  void choose(NoticeAudience audience, RecallNoticeId id, Remedy remedy, Actor by) {
    act(
        audience,
        id,
        (transaction, notice) -> {
          requireConcerned(notice);
          Optional<Remedy> before = notice.answer().choice().map(choice -> choice.remedy());
          boolean same = before.equals(Optional.of(remedy));
          if (!same && notice.handling().begun().isPresent()) {
            throw new Rejection.Conflict(
                "remedy", "We have begun with what you chose; ask us if you want something else");
          }
          if (!same && !notice.matter().remedies().contains(remedy)) {
            throw new Rejection.Invalid("remedy", "This is not among what is offered");
          }
          if (same && notice.isAcknowledged()) {
            return;
          }
          RecallMark mark = mark(by);
          deeds.choose(transaction, id, remedy, mark);
          Map<String, Object> body = Map.of("remedy", remedy.code());
          happened(transaction, notice, RecallEvent.of(mark.at(), "chosen", by, body));
        });
  }

  /** How many customers of their own a company has passed it on to. */
  void reached(NoticeAudience audience, RecallNoticeId id, Long count, Actor by) {
    if (count == null || count < 0 || count > MOST_REACHED) {
      throw new Rejection.Invalid("reached", "Must be a whole number from 0 to 1,000,000");
    }
    act(
        audience,
        id,
        (transaction, notice) -> {
          requireConcerned(notice);
          if (notice.answer().reached().filter(known -> known.count() == count).isPresent()) {
            return;
          }
          RecallMark mark = mark(by);
          deeds.reached(transaction, id, count, mark);
          Map<String, Object> body = Map.of("reached", count);
          happened(transaction, notice, RecallEvent.of(mark.at(), "reached", by, body));
        });
  }

  /**
   * The house has begun, and so much is done. Throws {@link Rejection.Conflict} where the company
   * has not chosen.
   */
  void handle(RecallNoticeId id, Amount done, Actor by) {
    act(
        id,
        (transaction, notice) -> {
          requireConcerned(notice);
          if (notice.answer().choice().isEmpty()) {
            throw new Rejection.Conflict("The company has not chosen yet");
          }
          if (done.compareTo(Amount.NONE) < 0 || done.compareTo(notice.pieces()) > 0) {
            throw new Rejection.Invalid("done", "Must be from 0 to the number of its pieces");
          }
          boolean begun = notice.handling().begun().isPresent();
          if (begun && notice.handling().done().equals(done)) {
            return;
          }
          Instant at = now();
          deeds.handle(transaction, id, done, at);
          Map<String, Object> body = Map.of("done", done);
          happened(transaction, notice, RecallEvent.of(at, "handled", by, body));
        });
  }

  /** Somebody answers by name for what is left undone. */
  void leave(RecallNoticeId id, String reason, Actor by) {
    TextLimit.atMost("reason", reason, LONGEST_REASON);
    String said =
        Optional.ofNullable(reason)
            .map(Blanks::stripped)
            .filter(text -> !text.isEmpty())
            .orElseThrow(() -> new Rejection.Invalid("reason", "Say why nothing more is done"));
    act(
        id,
        (transaction, notice) -> {
          requireConcerned(notice);
          if (notice.isDone()) {
            throw new Rejection.Conflict("All of it is done");
          }
          RecallMark mark = mark(by);
          deeds.leave(transaction, id, new NoticeLeft(said, mark));
          Map<String, Object> body = Map.of("reason", said);
          happened(transaction, notice, RecallEvent.of(mark.at(), "left", by, body));
        });
  }

  private static void requireConcerned(RecallNotice notice) {
    if (notice.lines().isEmpty()) {
      throw new Rejection.Conflict("None of these pieces is concerned any more");
    }
  }

  private void act(RecallNoticeId id, BiConsumer<Queries, RecallNotice> work) {
    act(new NoticeAudience.ForManufacturer(true, true), id, work);
  }

  private void act(
      NoticeAudience audience, RecallNoticeId id, BiConsumer<Queries, RecallNotice> work) {
    Optional<CompanyId> company = audience.company();
    Function<Queries, Void> held =
        transaction -> {
          work.accept(
              transaction,
              repository.lock(transaction, id, company).orElseThrow(RecallNoticeId::notHere));
          return null;
        };
    if (company.isPresent()) {
      database.inTransactionOnBehalfOf(company.get().value(), held);
    } else {
      database.inTransaction(held);
    }
  }

  private void happened(Queries transaction, RecallNotice notice, RecallEvent event) {
    deeds.append(transaction, notice, event);
    changes.record(transaction, List.of(RecallChange.of(notice)));
  }

  private RecallMark mark(Actor by) {
    return new RecallMark(now(), by.name());
  }

  private Instant now() {
    return Json.asRead(clock.instant());
  }
}
