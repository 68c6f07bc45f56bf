package org.vitrine.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** What can be found, in PostgreSQL: how it is found. */
final class SearchRepository {
  /** How well an entry {@code e} fits. */
  private static final String FIT =
      """
      CASE WHEN strpos(e.words, ' #' || $4 || ' ') > 0 THEN 0
           WHEN strpos(e.words, ' #' || $4) > 0 THEN 1
           WHEN e.words LIKE ALL ($3) THEN 2
           ELSE 3 END\
      """;

  /** The house's, those of one company, or of these alone. */
  private static final String OWN =
      """
      CASE WHEN $7::bigint[] IS NOT NULL THEN e.company_id = ANY($7)
           WHEN $6::bigint IS NULL THEN e.for_house
           ELSE e.company_id = $6 END\
      """;

  /**
   * Shelf after shelf, the newest first, until there is enough of each kind. What only old shelves
   * have is found as fast, since its marks are rare on all; what every entry has is found on the
   * first. Not sorted outside, where PostgreSQL would have to go to the end; and not narrowed by
   * kind inside, for which it would read an index of all.
   */
  private static final String IN_WORDS =
      """
      SELECT hit.id, hit.fit
        FROM unnest($1::text[]) AS wanted (kind)
       CROSS JOIN LATERAL (
         SELECT found.*
           FROM (SELECT shelf FROM search_shelf s WHERE s.kind = wanted.kind ORDER BY shelf DESC) AS shelves
          CROSS JOIN LATERAL (
            SELECT e.id, %s AS fit
              FROM search_entry e
             WHERE e.marks @> search_marks($8::integer[], shelves.shelf)
               AND e.shelf = shelves.shelf AND %s AND e.words LIKE ALL ($2)
             ORDER BY fit, e.at DESC
             LIMIT $5) AS found
          LIMIT $5) AS hit\
      """
          .formatted(FIT, OWN);

  /** Numbers that begin so, the highest first, since they count up; the number itself besides. */
  private static final String BY_NUMBER =
      """
      WITH numbered AS (
        SELECT n.entry
          FROM unnest($1::text[]) AS wanted (kind)
         CROSS JOIN LATERAL (
           (SELECT entry FROM search_number
             WHERE %3$s AND kind = wanted.kind AND number = $4
             LIMIT $5)
           UNION ALL
           (SELECT entry FROM search_number
             WHERE %3$s AND kind = wanted.kind AND number > $4 AND number < $4 || chr(1114111)
             ORDER BY number DESC
             LIMIT $5)) AS n)
      SELECT e.id, %1$s AS fit
        FROM search_entry e
       WHERE e.id IN (SELECT entry FROM numbered) AND %2$s AND e.words LIKE ALL ($2)\
      """;

  private static final String BY_NUMBER_OF_ALL = BY_NUMBER.formatted(FIT, OWN, "for_house");
  private static final String BY_NUMBER_OF_COMPANY =
      BY_NUMBER.formatted(FIT, OWN, "company_id = $6");

  private static final String SHOW =
      """
      SELECT e.id, e.kind, e.key, e.title::text AS title, e.detail::text AS detail, e.address, e.at, c.name AS company
        FROM search_entry e
        LEFT JOIN company_card c ON c.id = e.company_id AND $2::bigint IS NULL
       WHERE e.id = ANY($1)
         AND CASE WHEN $3::bigint[] IS NOT NULL THEN e.company_id = ANY($3)
                  WHEN $2 IS NULL THEN e.for_house
                  ELSE e.company_id = $2 END\
      """;

  /**
   * Among what somebody may find at all.
   *
   * @param company for which a contact works; absent for staff
   * @param among of which companies alone staff find these kinds; absent where of all
   */
  record Reach(
      Collection<String> kinds, Optional<CompanyId> company, Optional<Set<CompanyId>> among) {
    Long companyKey() {
      return company.map(CompanyId::value).orElse(null);
    }

    Long[] amongKeys() {
      return among
          .map(some -> some.stream().map(CompanyId::value).toArray(Long[]::new))
          .orElse(null);
    }
  }

  /**
   * What fits, and how well. Asked with the rights of the house, also for a company: behind the
   * second wall PostgreSQL compares nothing before it knows whose a row is, and would go through
   * all that a company has. What is shown of it is read behind that wall ({@link #show}).
   */
  Map<Long, Integer> candidates(Queries house, LookedFor text, Reach reach, int limit) {
    Map<Long, Integer> fits = new HashMap<>();
    boolean isOfCompany = reach.company().isPresent();
    String[] kinds = reach.kinds().toArray(String[]::new);
    house.find(
        "search.by_number",
        isOfCompany ? BY_NUMBER_OF_COMPANY : BY_NUMBER_OF_ALL,
        row -> fits.put(row.getLong("id"), row.getInteger("fit")),
        kinds,
        text.anywhere(),
        text.atTheBeginning(),
        text.number(),
        limit,
        reach.companyKey(),
        reach.amongKeys());
    house.find(
        "search.in_words",
        IN_WORDS,
        row -> fits.put(row.getLong("id"), row.getInteger("fit")),
        kinds,
        text.anywhere(),
        text.atTheBeginning(),
        text.number(),
        limit,
        reach.companyKey(),
        reach.amongKeys(),
        text.marks(reach.company()));
    return fits;
  }

  List<SearchHit> show(Queries queries, Map<Long, Integer> fits, Reach reach) {
    return queries.find(
        "search.show",
        SHOW,
        row -> toHit(row, fits.get(row.getLong("id"))),
        fits.keySet().toArray(Long[]::new),
        reach.companyKey(),
        reach.amongKeys());
  }

  static SearchHit toHit(Row row, int fit) {
    return new SearchHit(
        row.getString("kind"),
        row.getString("key"),
        Json.read(row.getString("title"), JsonNode.class),
        Optional.ofNullable(row.getString("detail")).map(text -> Json.read(text, JsonNode.class)),
        Optional.ofNullable(row.getString("company")),
        row.getString("address"),
        row.getOffsetDateTime("at").toInstant(),
        fit);
  }
}
