package org.vitrine.recalls;

import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.nonconformances.NonconformanceNumber;
import org.vitrine.orders.Amount;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Queries;
import org.vitrine.recalls.RecallNotice.NoticeAnswer;
import org.vitrine.recalls.RecallNotice.NoticeHandling;
import org.vitrine.recalls.RecallNotice.NoticeLeft;
import org.vitrine.recalls.RecallNotice.NoticeTelling;
import org.vitrine.recalls.RecallNotice.PassedOn;
import org.vitrine.recalls.RecallNotice.RemedyChoice;

/** What each company was told and answered, in PostgreSQL. */
final class RecallNoticeRepository {
  private static final String COLUMNS =
      """
      SELECT id, company_id, nonconformance, words::text AS words, remedies, telling, news, first_told_at, told_at,
             told_by, read_at, read_by, remedy, chosen_at, chosen_by, acknowledged, reached, reached_at, reached_by,
             begun_at, done, left_because, left_by, left_at
        FROM recall_notice n
      """;

  private static final String FIND =
      COLUMNS + " WHERE id = ANY($1) AND ($2::bigint IS NULL OR company_id = $2)";

  private static final String LOCK =
      COLUMNS + " WHERE id = $1 AND ($2::bigint IS NULL OR company_id = $2) FOR UPDATE";

  private static final String OF_RECALL =
      COLUMNS + " WHERE nonconformance = $1 ORDER BY company_id";

  private static final String LOCK_OF_RECALL = OF_RECALL + " FOR UPDATE";

  private static final String OF_ORDER =
      COLUMNS
          + """
          WHERE ($2::bigint IS NULL OR company_id = $2) AND order_keys @> ARRAY[$1::text]
          ORDER BY told_at DESC, id
          LIMIT $3\
          """;

  private static final String OF_COMPANY =
      COLUMNS + " WHERE company_id = $1 ORDER BY told_at DESC, id LIMIT $2";

  private static final String LINES =
      """
      SELECT notice, order_number, line, codes, amount
        FROM recall_line
       WHERE notice = ANY($1) AND ($2::bigint IS NULL OR company_id = $2)
       ORDER BY notice, place\
      """;

  /** The first notices of an order, or a company, that a page shows; there are hardly ever two. */
  private static final int MOST = 50;

  /** These, of this company where one is named; in no order. */
  List<RecallNotice> find(
      Queries queries, Collection<RecallNoticeId> ids, Optional<CompanyId> company) {
    return withLines(
        queries,
        company,
        queries.find("recall_notice.find", FIND, row -> row, ids(ids), key(company)));
  }

  /** Held until the transaction ends. */
  Optional<RecallNotice> lock(Queries transaction, RecallNoticeId id, Optional<CompanyId> company) {
    return withLines(
            transaction,
            company,
            transaction.find("recall_notice.lock", LOCK, row -> row, id.text(), key(company)))
        .stream()
        .findFirst();
  }

  /** All that were told of one nonconformance. */
  List<RecallNotice> of(Queries queries, NonconformanceNumber nonconformance) {
    return withLines(
        queries,
        Optional.empty(),
        queries.find("recall_notice.of_recall", OF_RECALL, row -> row, nonconformance.value()));
  }

  /** The same, held until the transaction ends. */
  List<RecallNotice> lockOf(Queries transaction, NonconformanceNumber nonconformance) {
    return withLines(
        transaction,
        Optional.empty(),
        transaction.find(
            "recall_notice.lock_of", LOCK_OF_RECALL, row -> row, nonconformance.value()));
  }

  /** Those about pieces of this order, the newest first. */
  List<RecallNotice> of(Queries queries, OrderNumber order, Optional<CompanyId> company) {
    return withLines(
        queries,
        company,
        queries.find(
            "recall_notice.of_order", OF_ORDER, row -> row, order.key(), key(company), MOST));
  }

  /** A company's, the newest first. */
  List<RecallNotice> of(Queries queries, CompanyId company) {
    return withLines(
        queries,
        Optional.of(company),
        queries.find("recall_notice.of_company", OF_COMPANY, row -> row, company.value(), MOST));
  }

  private List<RecallNotice> withLines(
      Queries queries, Optional<CompanyId> company, List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<RecallNoticeId> ids =
        rows.stream().map(row -> new RecallNoticeId(row.getString("id"))).toList();
    Map<String, List<NoticeLine>> lines =
        queries
            .find(
                "recall_line.find",
                LINES,
                row -> Map.entry(row.getString("notice"), toLine(row)),
                ids(ids),
                key(company))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return rows.stream()
        .map(row -> toNotice(row, lines.getOrDefault(row.getString("id"), List.of())))
        .toList();
  }

  private static String[] ids(Collection<RecallNoticeId> ids) {
    return ids.stream().map(RecallNoticeId::text).toArray(String[]::new);
  }

  private static Long key(Optional<CompanyId> company) {
    return company.map(CompanyId::value).orElse(null);
  }

  private static NoticeLine toLine(Row row) {
    return new NoticeLine(
        Optional.ofNullable(row.getString("order_number")).map(OrderNumber::new),
        Optional.ofNullable(row.getInteger("line")),
        List.of(row.getArrayOfStrings("codes")),
        Amount.ofThousandths(row.getLong("amount")));
  }

  private static RecallNotice toNotice(Row row, List<NoticeLine> lines) {
    return new RecallNotice(
        new RecallNoticeId(row.getString("id")),
        new CompanyId(row.getLong("company_id")),
        new NonconformanceNumber(row.getLong("nonconformance")),
        RecallRepository.matter(row),
        lines,
        new NoticeTelling(
            row.getInteger("telling"),
            NoticeNews.of(row.getString("news")),
            row.getOffsetDateTime("first_told_at").toInstant(),
            RecallRepository.mark(row, "told").orElseThrow()),
        answer(row),
        handling(row));
  }

  private static NoticeAnswer answer(Row row) {
    return new NoticeAnswer(
        RecallRepository.mark(row, "read"),
        Optional.ofNullable(row.getString("remedy"))
            .map(Remedy::of)
            .map(one -> new RemedyChoice(one, RecallRepository.mark(row, "chosen").orElseThrow())),
        row.getInteger("acknowledged"),
        RecallRepository.mark(row, "reached")
            .map(mark -> new PassedOn(row.getLong("reached"), mark)));
  }

  private static NoticeHandling handling(Row row) {
    return new NoticeHandling(
        Optional.ofNullable(row.getOffsetDateTime("begun_at")).map(at -> at.toInstant()),
        Amount.ofThousandths(row.getLong("done")),
        RecallRepository.mark(row, "left")
            .map(mark -> new NoticeLeft(row.getString("left_because"), mark)));
  }
}
