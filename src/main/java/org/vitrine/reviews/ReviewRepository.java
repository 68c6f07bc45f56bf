package org.vitrine.reviews;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Reviews and which companies take part, in PostgreSQL. */
final class ReviewRepository {
  private static final String COLUMNS =
      """
      SELECT number, title, question, opens_at, closes_at, word, tiers, companies, most_each, proposals
        FROM review
      """;

  private static final String ADD =
      """
      INSERT INTO review (title, question, opens_at, closes_at, word, tiers, companies, most_each, made_at, made_by)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      RETURNING number\
      """;

  private static final String CHANGE =
      """
      UPDATE review
         SET title = $2, question = $3, opens_at = $4, closes_at = $5, word = $6, tiers = $7, companies = $8,
             most_each = $9
       WHERE number = $1\
      """;

  private static final String SEAT =
      """
      INSERT INTO review_seat (company_id, review)
      SELECT c.id, r.number
        FROM review r
        JOIN company_card c ON c.tier = ANY(r.tiers) OR c.id = ANY(r.companies)
       WHERE r.number = $1 OR c.id = ANY($2)
       ORDER BY c.id, r.number
      ON CONFLICT DO NOTHING\
      """;

  private static final String UNSEAT =
      """
      DELETE FROM review_seat s
       USING review r, company_card c
       WHERE r.number = $1 AND s.review = r.number AND c.id = s.company_id
         AND NOT (c.tier = ANY(r.tiers) OR c.id = ANY(r.companies))
         AND NOT EXISTS (SELECT FROM proposal p WHERE p.review = s.review AND p.company_id = s.company_id)
         AND NOT EXISTS (SELECT FROM proposal_vote v WHERE v.review = s.review AND v.company_id = s.company_id)\
      """;

  private static final String SEATS_OF =
      """
      SELECT review
        FROM review_seat
       WHERE ($1::bigint IS NULL OR company_id = $1)
       ORDER BY review DESC
       LIMIT $2\
      """;

  private static final String HAS_SEAT =
      """
      SELECT review
        FROM review_seat
       WHERE review = $2 AND ($1::bigint IS NULL OR company_id = $1)
       LIMIT 1\
      """;

  private static final String COMPANIES_SEATED =
      """
      SELECT count(*) AS seated
        FROM review_seat
       WHERE review = $1\
      """;

  ReviewNumber add(
      Queries transaction, SaveReview wanted, List<CompanyId> named, String by, Instant now) {
    return transaction
        .findOne(
            "review.add",
            ADD,
            row -> new ReviewNumber(row.getLong("number")),
            wanted.title(),
            wanted.question(),
            Sql.utc(wanted.opens()),
            Sql.utc(wanted.closes()),
            wanted.word().code(),
            tiers(wanted),
            ids(named),
            wanted.proposalsEach(),
            Sql.utc(now),
            by)
        .orElseThrow();
  }

  boolean change(
      Queries transaction, ReviewNumber number, SaveReview wanted, List<CompanyId> named) {
    return transaction.execute(
            "review.change",
            CHANGE,
            number.value(),
            wanted.title(),
            wanted.question(),
            Sql.utc(wanted.opens()),
            Sql.utc(wanted.closes()),
            wanted.word().code(),
            tiers(wanted),
            ids(named),
            wanted.proposalsEach())
        > 0;
  }

  private static String[] tiers(SaveReview wanted) {
    return wanted.tiers().stream()
        .map(tier -> tier.name().toLowerCase(Locale.ROOT))
        .sorted()
        .toArray(String[]::new);
  }

  private static Long[] ids(Collection<CompanyId> companies) {
    return companies.stream().map(CompanyId::value).sorted().toArray(Long[]::new);
  }

  /** Every company that is to take part has its seat; who has said something keeps theirs. */
  void seat(Queries transaction, ReviewNumber review) {
    transaction.execute("review_seat.unseat", UNSEAT, review.value());
    transaction.execute("review_seat.seat", SEAT, review.value(), new Long[0]);
  }

  /** These are new, or of another tier now. */
  void seat(Queries transaction, Collection<CompanyId> companies) {
    transaction.execute("review_seat.seat", SEAT, null, ids(companies));
  }

  /** The newest that a company takes part in, behind its wall. */
  List<ReviewNumber> seatsOf(Queries behindTheWall, CompanyId company, int most) {
    return behindTheWall.find(
        "review_seat.of",
        SEATS_OF,
        row -> new ReviewNumber(row.getLong("review")),
        company.value(),
        most);
  }

  boolean hasSeat(Queries behindTheWall, CompanyId company, ReviewNumber review) {
    return behindTheWall
        .findOne("review_seat.has", HAS_SEAT, row -> true, company.value(), review.value())
        .orElse(false);
  }

  long companies(Queries queries, ReviewNumber review) {
    return queries
        .findOne(
            "review_seat.count", COMPANIES_SEATED, row -> row.getLong("seated"), review.value())
        .orElseThrow();
  }

  Optional<Review> find(Queries queries, ReviewNumber number) {
    return queries.findOne(
        "review.find", COLUMNS + " WHERE number = $1", ReviewRepository::toReview, number.value());
  }

  List<Review> find(Queries queries, Collection<ReviewNumber> numbers) {
    return queries.find(
        "review.find_these",
        COLUMNS + " WHERE number = ANY($1) ORDER BY closes_at DESC, number DESC",
        ReviewRepository::toReview,
        (Object) numbers.stream().map(ReviewNumber::value).toArray(Long[]::new));
  }

  List<Review> closing(Queries queries, Instant after, Instant until, int most) {
    return queries.find(
        "review.closing",
        COLUMNS + " WHERE closes_at > $1 AND closes_at <= $2 ORDER BY closes_at, number LIMIT $3",
        ReviewRepository::toReview,
        Sql.utc(after),
        Sql.utc(until),
        most);
  }

  List<Review> newest(Queries queries, int most) {
    return queries.find(
        "review.newest",
        COLUMNS + " ORDER BY closes_at DESC, number DESC LIMIT $1",
        ReviewRepository::toReview,
        most);
  }

  private static Review toReview(Row row) {
    return new Review(
        new ReviewNumber(row.getLong("number")),
        row.getString("title"),
        row.getString("question"),
        row.getOffsetDateTime("opens_at").toInstant(),
        row.getOffsetDateTime("closes_at").toInstant(),
        WhoseWord.of(row.getString("word")),
        Arrays.stream(row.getArrayOfStrings("tiers"))
            .map(tier -> Tier.valueOf(tier.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet()),
        Arrays.stream(row.getArrayOfLongs("companies")).map(CompanyId::new).toList(),
        row.getInteger("most_each"),
        row.getInteger("proposals"));
  }
}
