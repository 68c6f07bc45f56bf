package org.vitrine.recalls;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.nonconformances.NonconformanceNumber;
import org.vitrine.orders.Amount;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.recalls.Recall.RecallMark;
import org.vitrine.recalls.RecallNotice.NoticeAnswer;
import org.vitrine.recalls.RecallNotice.NoticeHandling;
import org.vitrine.recalls.RecallNotice.NoticeTelling;
import org.vitrine.recalls.TellingPlan.PlannedNotice;

/**
 * Where it is written what companies are told, and where all are told in one act. Who has to be
 * told what is derived while the recall is held; so whoever tells twice, or tells again after the
 * process died, tells nobody twice.
 */
final class RecallDesk {
  private final Database database;
  private final Changes changes;
  private final Clock clock;
  private final Concerns concerns;
  private final RecallRepository repository = new RecallRepository();
  private final RecallNoticeRepository notices = new RecallNoticeRepository();
  private final RecallDeedRepository deeds = new RecallDeedRepository();

  RecallDesk(Database database, Changes changes, Concerns concerns, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.concerns = concerns;
    this.clock = clock;
  }

  /** Writes what is to be told; the same again changes nothing. */
  void save(
      NonconformanceNumber nonconformance,
      RecallMatter matter,
      Optional<Long> startedFrom,
      Actor by) {
    matter.checked();
    RecallMark saved = new RecallMark(now(), by.name());
    database.inTransaction(
        transaction -> {
          concerns.require(transaction, nonconformance);
          boolean begun =
              startedFrom.filter(version -> version > 0).isEmpty()
                  && repository.begin(transaction, nonconformance, matter, saved);
          Recall recall =
              repository.lock(transaction, nonconformance).orElseThrow(RecallDesk::notWritten);
          if (!begun) {
            requireStartedFrom(recall, startedFrom);
            if (recall.matter().equals(matter)) {
              return null;
            }
            repository.save(transaction, nonconformance, matter, saved);
          }
          Recall after = repository.find(transaction, nonconformance).orElseThrow();
          changes.record(transaction, List.of(RecallChange.of(after)));
          return null;
        });
  }

  private static void requireStartedFrom(Recall recall, Optional<Long> startedFrom) {
    if (startedFrom.filter(version -> version != recall.version()).isPresent()) {
      throw new Rejection.ChangedMeanwhile(
          RecallReader.words(recall.matter()).put("version", recall.version()),
          recall.saved().by(),
          recall.saved().at());
    }
  }

  private static Rejection notWritten() {
    return new Rejection.Conflict("Write first what the companies are told");
  }

  /**
   * Tells each company what it does not know yet. Returns how many were told.
   *
   * @param seen the plan that whoever tells has looked at: where it is another by now, {@link
   *     Rejection.Conflict}, and nobody is told
   */
  int tell(NonconformanceNumber nonconformance, Optional<String> seen, Actor by) {
    RecallMark told = new RecallMark(now(), by.name());
    return database.inTransaction(
        transaction -> {
          concerns.require(transaction, nonconformance);
          Recall recall =
              repository.lock(transaction, nonconformance).orElseThrow(RecallDesk::notWritten);
          // What is concerned is read only now: whoever told in the meantime has told it.
          TellingPlan plan =
              TellingPlan.between(
                  Optional.of(recall),
                  concerns.of(transaction, nonconformance),
                  notices.lockOf(transaction, nonconformance));
          if (plan.toTell().isEmpty()) {
            return 0;
          }
          if (seen.filter(one -> !one.equals(plan.fingerprint())).isPresent()) {
            throw new Rejection.Conflict(
                "preview", "Who is concerned has changed since you looked; look again");
          }
          List<RecallNotice> after = new ArrayList<>();
          plan.toTell().forEach(one -> after.add(tell(transaction, recall, one, told, by)));
          repository.told(transaction, nonconformance, told);
          changes.record(transaction, RecallChange.ofAll(recall, after));
          return after.size();
        });
  }

  private RecallNotice tell(
      Queries transaction, Recall recall, PlannedNotice planned, RecallMark told, Actor by) {
    NoticeNews news = planned.news().orElseThrow();
    RecallNotice notice = planned.before().orElseGet(() -> first(recall, planned, told));
    if (planned.before().isEmpty()) {
      deeds.begin(transaction, notice);
    } else {
      deeds.tell(transaction, planned, recall.matter(), told);
    }
    Amount pieces = NoticeLine.pieces(planned.lines());
    Map<String, Object> body =
        Map.of("news", news.code(), "pieces", pieces, "done", planned.done());
    deeds.append(transaction, notice, RecallEvent.of(told.at(), "told", by, body));
    return notice;
  }

  private static RecallNotice first(Recall recall, PlannedNotice planned, RecallMark told) {
    return new RecallNotice(
        RecallNoticeId.random(),
        planned.company(),
        recall.nonconformance(),
        recall.matter(),
        planned.lines(),
        new NoticeTelling(1, NoticeNews.FIRST, told.at(), told),
        new NoticeAnswer(Optional.empty(), Optional.empty(), 0, Optional.empty()),
        new NoticeHandling(Optional.empty(), Amount.NONE, Optional.empty()));
  }

  private Instant now() {
    return Json.asRead(clock.instant());
  }
}
