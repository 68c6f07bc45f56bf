package org.vitrine.visits;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vitrine.access.Caller;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.visits.VisitRecord.Correction;
import org.vitrine.visits.VisitRecordRepository.OpenRecord;

/**
 * What a company says of what was noted at it, behind its wall: for seven days it may say a line
 * otherwise, or confirm it all at once; where it does neither, its silence confirms it.
 */
final class ConfirmDesk {
  private static final int LONGEST = 2_000;

  private final Database database;
  private final Changes changes;
  private final Clock clock;
  private final VisitRecordRepository records = new VisitRecordRepository();

  ConfirmDesk(Database database, Changes changes, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.clock = clock;
  }

  /** A line as the company says it; the last one said stands. */
  record CorrectVisitLine(Integer line, String text) {
    CorrectVisitLine {
      if (line == null || line < 1) {
        throw new Rejection.Invalid("line", "Say which line, by its number");
      }
      if (text == null || Blanks.only(text)) {
        throw new Rejection.Invalid("text", "Write how you would say it");
      }
      text = Blanks.stripped(text);
      TextLimit.atMost("text", text, LONGEST);
    }
  }

  void correct(Caller.SignedIn by, CompanyId company, VisitNumber number, CorrectVisitLine wanted) {
    act(
        company,
        number,
        transaction -> {
          Correction said = new Correction(wanted.text(), by.name(), now());
          if (!records.correct(transaction, number, wanted.line(), company, said)) {
            throw new Rejection.Invalid("line", "There is no line %d".formatted(wanted.line()));
          }
          told(transaction, VisitChange.corrected(number, company, wanted.line(), by.name()));
        });
  }

  void confirm(Caller.SignedIn by, CompanyId company, VisitNumber number) {
    act(
        company,
        number,
        transaction -> {
          records.confirm(transaction, number, now(), Optional.of(by.name()));
          told(transaction, VisitChange.of(number, company, 0));
        });
  }

  private void act(CompanyId company, VisitNumber number, Consumer<Queries> work) {
    database.inTransactionOnBehalfOf(
        company.value(),
        transaction -> {
          OpenRecord open =
              records
                  .lock(transaction, number, Optional.of(company))
                  .orElseThrow(VisitDesk::notHere);
          if (open.confirmed() || !open.until().isAfter(now())) {
            throw new Rejection.Conflict(
                "What was noted is confirmed; send a message about what is otherwise");
          }
          work.accept(transaction);
          return null;
        });
  }

  /** Its days went by. */
  void confirmBySilence(Queries transaction, Visit visit) {
    records
        .lock(transaction, visit.number(), Optional.empty())
        .filter(open -> !open.confirmed())
        .ifPresent(
            open -> {
              records.confirm(transaction, visit.number(), open.until(), Optional.empty());
              told(transaction, VisitChange.of(visit.number(), visit.company(), visit.version()));
            });
  }

  private void told(Queries transaction, Change change) {
    changes.record(transaction, List.of(change));
  }

  private Instant now() {
    return Json.asRead(clock.instant());
  }
}
