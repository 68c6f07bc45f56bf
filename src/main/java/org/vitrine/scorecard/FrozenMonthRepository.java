package org.vitrine.scorecard;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;

/** The months that are frozen, and to whom they are opened, in PostgreSQL. */
final class FrozenMonthRepository {
  private static final String ALL =
      """
      SELECT sequence, month, corrects, content, hash
        FROM scorecard_month
       ORDER BY sequence\
      """;

  private static final String NEWEST =
      """
      SELECT sequence, month, corrects, content, hash
        FROM scorecard_month
       ORDER BY sequence DESC
       LIMIT 1\
      """;

  /** Whoever was quicker has taken the number. */
  private static final String ADD =
      """
      INSERT INTO scorecard_month (sequence, month, corrects, content, hash)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT DO NOTHING\
      """;

  private static final String EVER_ORDERED =
      """
      SELECT EXISTS (SELECT FROM order_head WHERE placed_on <= $1) AS ever\
      """;

  private static final String LAST_MONTH =
      """
      SELECT max(month) AS month
        FROM scorecard_month\
      """;

  private static final String TAKE_OPENED =
      """
      INSERT INTO scorecard_opened (opened)
      VALUES ('nobody')
      ON CONFLICT (only_one) DO UPDATE SET opened = scorecard_opened.opened
      RETURNING opened\
      """;

  private static final String OPENED =
      """
      SELECT opened
        FROM scorecard_opened\
      """;

  private static final String OPEN =
      """
      INSERT INTO scorecard_opened (opened)
      VALUES ($1)
      ON CONFLICT (only_one) DO UPDATE SET opened = excluded.opened\
      """;

  /** In the order in which they were frozen. */
  List<FrozenMonth> all(Queries queries) {
    return queries.find("scorecard_month.all", ALL, FrozenMonthRepository::toMonth);
  }

  Optional<FrozenMonth> newest(Queries queries) {
    return queries.findOne("scorecard_month.newest", NEWEST, FrozenMonthRepository::toMonth);
  }

  /** The last word on a month. */
  Optional<YearMonth> lastMonth(Queries queries) {
    return queries
        .findOne(
            "scorecard_month.last",
            LAST_MONTH,
            row -> Optional.ofNullable(row.getString("month")).map(YearMonth::parse))
        .orElseThrow();
  }

  /** Returns false where somebody else was quicker. */
  boolean add(Queries transaction, FrozenMonth row) {
    return transaction.execute(
            "scorecard_month.add",
            ADD,
            row.sequence(),
            row.month().toString(),
            row.corrects().orElse(null),
            row.content(),
            Buffer.buffer(HexFormat.of().parseHex(row.hash())))
        == 1;
  }

  /** Whether anything was ordered until the end of this month. */
  boolean everOrdered(Queries queries, YearMonth month) {
    return queries
        .findOne(
            "scorecard.ever_ordered",
            EVER_ORDERED,
            row -> row.getBoolean("ever"),
            month.atEndOfMonth())
        .orElseThrow();
  }

  Openness opened(Queries queries) {
    return queries
        .findOne("scorecard_opened.find", OPENED, row -> Openness.of(row.getString("opened")))
        .orElse(Openness.NOBODY);
  }

  /** The same, which nobody else changes until the transaction ends. */
  Openness lockOpened(Queries transaction) {
    return transaction
        .findOne("scorecard_opened.take", TAKE_OPENED, row -> Openness.of(row.getString("opened")))
        .orElseThrow();
  }

  void open(Queries transaction, Openness opened) {
    transaction.execute("scorecard_opened.open", OPEN, opened.code());
  }

  private static FrozenMonth toMonth(Row row) {
    return new FrozenMonth(
        row.getInteger("sequence"),
        YearMonth.parse(row.getString("month")),
        Optional.ofNullable(row.getInteger("corrects")),
        row.getString("content"),
        HexFormat.of().formatHex(row.getBuffer("hash").getBytes()));
  }
}
