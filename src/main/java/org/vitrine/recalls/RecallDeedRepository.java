package org.vitrine.recalls;

import java.time.Instant;
import java.util.List;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.Amount;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.recalls.Recall.RecallMark;
import org.vitrine.recalls.RecallNotice.NoticeLeft;
import org.vitrine.recalls.TellingPlan.PlannedNotice;

/** Writing what companies are told, and what they and the house do about it. */
final class RecallDeedRepository {
  private static final String BEGIN =
      """
      INSERT INTO recall_notice (id, company_id, nonconformance, words, remedies, telling, news, first_told_at, told_at,
                                 told_by, deed_at, order_keys)
      VALUES ($1, $2, $3, $4::text::jsonb, $5, 1, $6, $7, $7, $8, $7, $9)\
      """;

  private static final String TELL =
      """
      UPDATE recall_notice
         SET words = $2::text::jsonb, remedies = $3, telling = telling + 1, news = $4, told_at = $5, told_by = $6,
             read_at = NULL, read_by = NULL, step = 0, deed_at = $5,
             acknowledged = CASE WHEN acknowledged = telling AND NOT $7 THEN telling + 1 ELSE acknowledged END,
             remedy = CASE WHEN (begun_at IS NOT NULL AND NOT $10) OR remedy = ANY($3) THEN remedy END,
             begun_at = CASE WHEN $10 THEN NULL ELSE begun_at END,
             left_because = CASE WHEN $7 THEN NULL ELSE left_because END,
             left_at = CASE WHEN $7 THEN NULL ELSE left_at END,
             left_by = CASE WHEN $7 THEN NULL ELSE left_by END,
             done = $8,
             order_keys = ARRAY(SELECT DISTINCT key FROM unnest(order_keys || $9::text[]) AS key ORDER BY key)
       WHERE id = $1\
      """;

  private static final String CLEAR_LINES = "DELETE FROM recall_line WHERE notice = $1";

  private static final String ADD_LINE =
      """
      INSERT INTO recall_line (notice, company_id, place, order_number, line, codes, amount)
      VALUES ($1, $2, $3, $4, $5, $6, $7)\
      """;

  private static final String READ =
      """
      UPDATE recall_notice
         SET read_at = $2, read_by = $3
       WHERE id = $1 AND read_at IS NULL\
      """;

  private static final String CHOOSE =
      """
      UPDATE recall_notice
         SET remedy = $2, chosen_at = $3, chosen_by = $4, acknowledged = telling, read_at = COALESCE(read_at, $3),
             read_by = COALESCE(read_by, $4), deed_at = CASE WHEN step = 0 THEN deed_at END
       WHERE id = $1\
      """;

  private static final String REACHED =
      """
      UPDATE recall_notice
         SET reached = $2, reached_at = $3, reached_by = $4
       WHERE id = $1\
      """;

  private static final String HANDLE =
      """
      UPDATE recall_notice
         SET begun_at = COALESCE(begun_at, $3), done = $2
       WHERE id = $1\
      """;

  private static final String LEAVE =
      """
      UPDATE recall_notice
         SET left_because = $2, left_at = $3, left_by = $4, deed_at = CASE WHEN step = 0 THEN deed_at END
       WHERE id = $1\
      """;

  private static final String APPEND =
      """
      INSERT INTO recall_event (notice, company_id, at, kind, by, person_id, body)
      VALUES ($1, $2, $3, $4, $5, $6, $7::text::jsonb)\
      """;

  /** Tells a company for the first time. */
  void begin(Queries transaction, RecallNotice notice) {
    RecallMark told = notice.telling().last();
    transaction.execute(
        "recall_notice.begin",
        BEGIN,
        notice.id().text(),
        notice.company().value(),
        notice.nonconformance().value(),
        Json.text(notice.matter().words()),
        RecallRepository.codes(notice.matter().remedies()),
        notice.telling().news().code(),
        Sql.utc(told.at()),
        told.by(),
        orders(notice.lines()));
    addLines(transaction, notice.id(), notice.company(), notice.lines());
  }

  /** Tells a company that was told before what is different now. */
  void tell(Queries transaction, PlannedNotice planned, RecallMatter matter, RecallMark told) {
    RecallNotice before = planned.before().orElseThrow();
    List<NoticeLine> lines = planned.lines();
    NoticeNews news = planned.news().orElseThrow();
    transaction.execute(
        "recall_notice.tell",
        TELL,
        before.id().text(),
        Json.text(matter.words()),
        RecallRepository.codes(matter.remedies()),
        news.code(),
        Sql.utc(told.at()),
        told.by(),
        news.asksForAnAnswer(),
        planned.done().thousandths(),
        orders(lines),
        planned.isAboutOthers());
    transaction.execute("recall_line.clear", CLEAR_LINES, before.id().text());
    addLines(transaction, before.id(), before.company(), lines);
  }

  private static String[] orders(List<NoticeLine> lines) {
    return lines.stream()
        .flatMap(line -> line.order().stream())
        .map(OrderNumber::key)
        .distinct()
        .sorted()
        .toArray(String[]::new);
  }

  private static void addLines(
      Queries transaction, RecallNoticeId id, CompanyId company, List<NoticeLine> lines) {
    for (int place = 0; place < lines.size(); place++) {
      NoticeLine line = lines.get(place);
      transaction.execute(
          "recall_line.add",
          ADD_LINE,
          id.text(),
          company.value(),
          place,
          line.order().map(OrderNumber::value).orElse(null),
          line.line().orElse(null),
          line.codes().toArray(String[]::new),
          line.amount().thousandths());
    }
  }

  /** False where it was read before. */
  boolean read(Queries transaction, RecallNoticeId id, RecallMark by) {
    return transaction.execute("recall_notice.read", READ, id.text(), Sql.utc(by.at()), by.by())
        > 0;
  }

  void choose(Queries transaction, RecallNoticeId id, Remedy remedy, RecallMark by) {
    transaction.execute(
        "recall_notice.choose", CHOOSE, id.text(), remedy.code(), Sql.utc(by.at()), by.by());
  }

  void reached(Queries transaction, RecallNoticeId id, long count, RecallMark by) {
    transaction.execute(
        "recall_notice.reached", REACHED, id.text(), count, Sql.utc(by.at()), by.by());
  }

  /** The remedy has begun, and so much of it is done. */
  void handle(Queries transaction, RecallNoticeId id, Amount done, Instant at) {
    transaction.execute("recall_notice.handle", HANDLE, id.text(), done.thousandths(), Sql.utc(at));
  }

  void leave(Queries transaction, RecallNoticeId id, NoticeLeft left) {
    transaction.execute(
        "recall_notice.leave",
        LEAVE,
        id.text(),
        left.reason(),
        Sql.utc(left.mark().at()),
        left.mark().by());
  }

  /** Writes into its history what happened. */
  void append(Queries transaction, RecallNotice notice, RecallEvent event) {
    transaction.execute(
        "recall_event.append",
        APPEND,
        notice.id().text(),
        notice.company().value(),
        Sql.utc(event.at()),
        event.kind(),
        event.by(),
        event.person().orElse(null),
        Json.text(event.body()));
  }
}
