package org.vitrine.servicereviews;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.servicereviews.ServiceReview.ReviewCorrection;
import org.vitrine.servicereviews.ServiceReview.ReviewHand;

/** Reviews of the service in PostgreSQL. */
final class ServiceReviewRepository {
  private static final String BEGIN =
      """
      INSERT INTO service_review (quarter, version, conclusions, begun_by, begun_at, changed_by, changed_at)
      VALUES ($1, $2, '', $3, $4, $3, $4)
          ON CONFLICT (quarter) DO NOTHING
      RETURNING quarter\
      """;

  private static final String SELECT =
      """
      SELECT quarter, version, conclusions, begun_by, begun_at, changed_by, changed_at, signed_by, signed_at
        FROM service_review
      """;

  private static final String ALL =
      SELECT
          + """
           ORDER BY quarter DESC
           LIMIT $1\
          """;

  private static final String OPEN =
      SELECT
          + """
           WHERE signed_at IS NULL
           ORDER BY quarter\
          """;

  private static final String FIND =
      SELECT
          + """
           WHERE quarter = $1\
          """;

  private static final String LOCK =
      FIND
          + """
           FOR UPDATE\
          """;

  private static final String SAVE =
      """
      UPDATE service_review
         SET version = $2, conclusions = $3, changed_by = $4, changed_at = $5, signed_by = $6, signed_at = $7,
             facts = $8::text::jsonb
       WHERE quarter = $1\
      """;

  private static final String FACTS =
      """
      SELECT facts::text AS facts
        FROM service_review
       WHERE quarter = $1 AND facts IS NOT NULL\
      """;

  private static final String ADD_CORRECTION =
      """
      INSERT INTO service_review_correction (quarter, text, written_by, written_at)
      VALUES ($1, $2, $3, $4)\
      """;

  private static final String CORRECTIONS =
      """
      SELECT text, written_by, written_at
        FROM service_review_correction
       WHERE quarter = $1
       ORDER BY id\
      """;

  /** The first day of which there could be anything to say: as companies were known, or ordered. */
  private static final String FIRST_DAY =
      """
      SELECT least((SELECT min((s.created_at AT TIME ZONE $1)::date)
                      FROM company_since s
                     WHERE NOT EXISTS (SELECT FROM example_company e WHERE e.company_id = s.id)),
                   (SELECT min(d.placed_on)
                      FROM order_day d
                     WHERE NOT EXISTS (SELECT FROM example_company e WHERE e.company_id = d.company_id))) AS first_day\
      """;

  /** Nothing where somebody else was first. */
  boolean begin(Queries transaction, ServiceReview review) {
    return transaction
        .findOne(
            "service_review.begin",
            BEGIN,
            row -> row.getString("quarter"),
            review.quarter().toString(),
            review.version(),
            review.begun().by(),
            Sql.utc(review.begun().at()))
        .isPresent();
  }

  /** The newest first. */
  List<ServiceReview> all(Queries queries, int most) {
    return queries.find("service_review.all", ALL, ServiceReviewRepository::toReview, most);
  }

  /** Those that nobody has signed, the oldest first. */
  List<ServiceReview> open(Queries queries) {
    return queries.find("service_review.open", OPEN, ServiceReviewRepository::toReview);
  }

  Optional<ServiceReview> find(Queries queries, ServiceQuarter quarter) {
    return queries.findOne(
        "service_review.find", FIND, ServiceReviewRepository::toReview, quarter.toString());
  }

  Optional<ServiceReview> lock(Queries transaction, ServiceQuarter quarter) {
    return transaction.findOne(
        "service_review.lock", LOCK, ServiceReviewRepository::toReview, quarter.toString());
  }

  /**
   * @param facts as they are signed; absent before
   */
  void save(Queries transaction, ServiceReview review, Optional<ServiceFacts> facts) {
    transaction.execute(
        "service_review.save",
        SAVE,
        review.quarter().toString(),
        review.version(),
        review.conclusions(),
        review.changed().by(),
        Sql.utc(review.changed().at()),
        review.signed().map(ReviewHand::by).orElse(null),
        review.signed().map(hand -> Sql.utc(hand.at())).orElse(null),
        facts.map(Json::text).orElse(null));
  }

  /** As they were signed. */
  Optional<JsonNode> facts(Queries queries, ServiceQuarter quarter) {
    return queries.findOne(
        "service_review.facts",
        FACTS,
        row -> Json.read(row.getString("facts"), JsonNode.class),
        quarter.toString());
  }

  void correct(Queries transaction, ServiceQuarter quarter, ReviewCorrection correction) {
    transaction.execute(
        "service_review.correct",
        ADD_CORRECTION,
        quarter.toString(),
        correction.text(),
        correction.by(),
        Sql.utc(correction.at()));
  }

  /** In the order in which they were written. */
  List<ReviewCorrection> corrections(Queries queries, ServiceQuarter quarter) {
    return queries.find(
        "service_review.corrections",
        CORRECTIONS,
        row ->
            new ReviewCorrection(
                row.getString("text"),
                row.getString("written_by"),
                row.getOffsetDateTime("written_at").toInstant()),
        quarter.toString());
  }

  Optional<LocalDate> firstDay(Queries queries, ZoneId zone) {
    return queries
        .find(
            "service_review.first_day",
            FIRST_DAY,
            row -> Optional.ofNullable(row.getLocalDate("first_day")),
            zone.getId())
        .getFirst();
  }

  private static ServiceReview toReview(Row row) {
    return new ServiceReview(
        ServiceQuarter.read(row.getString("quarter")).orElseThrow(),
        row.getInteger("version"),
        row.getString("conclusions"),
        new ReviewHand(row.getString("begun_by"), row.getOffsetDateTime("begun_at").toInstant()),
        new ReviewHand(
            row.getString("changed_by"), row.getOffsetDateTime("changed_at").toInstant()),
        Optional.ofNullable(row.getString("signed_by"))
            .map(by -> new ReviewHand(by, row.getOffsetDateTime("signed_at").toInstant())));
  }
}
