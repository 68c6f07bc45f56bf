package org.vitrine.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** What can be found, in PostgreSQL: how it is found. */
final class SearchRepository {
  /** How well an entry {@code e} fits; the parameters are those of all statements here. */
  private static final String FIT =
      """
      CASE WHEN strpos(e.words, ' #' || $4 || ' ') > 0 THEN 0
           WHEN strpos(e.words, ' #' || $4) > 0 THEN 1
           WHEN e.words LIKE ALL ($3) THEN 2
           ELSE 3 END\
      """;

  private static final String COLUMNS =
      "e.kind, e.key, e.title::text AS title, e.detail::text AS detail, e.company_id, e.address,"
          + " e.at";

  /**
   * For the house: shelf after shelf, the newest first, until there is enough of each kind. What
   * only old shelves have is found as fast, since its marks are rare on all; what every entry has
   * is found on the first. Not sorted outside, where PostgreSQL would have to go to the end.
   */
  private static final String IN_WORDS_OF_ALL =
      """
      SELECT hit.*, c.name AS company
        FROM unnest($1::text[]) AS wanted (kind)
       CROSS JOIN LATERAL (
         SELECT found.*
           FROM (SELECT shelf FROM search_shelf s WHERE s.kind = wanted.kind ORDER BY shelf DESC) AS shelves
          CROSS JOIN LATERAL (
            SELECT %1$s, %2$s AS fit
              FROM search_entry e
             WHERE e.marks @> search_marks($6::integer[], shelves.shelf)
               AND e.kind = wanted.kind AND e.for_house AND e.words LIKE ALL ($2)
             ORDER BY fit, e.at DESC
             LIMIT $5) AS found
          LIMIT $5) AS hit
        LEFT JOIN company_card c ON c.id = hit.company_id\
      """
          .formatted(COLUMNS, FIT);

  /**
   * For a company: what is its own, the newest first. Behind the second wall PostgreSQL compares
   * nothing before it knows whose it is, so marks would not help.
   */
  private static final String IN_WORDS_OF_COMPANY =
      """
      SELECT hit.*, NULL AS company
        FROM unnest($1::text[]) AS wanted (kind)
       CROSS JOIN LATERAL (
         SELECT *
           FROM (SELECT %1$s, %2$s AS fit
                   FROM search_entry e
                  WHERE e.company_id = $6 AND e.kind = wanted.kind AND e.words LIKE ALL ($2)
                  ORDER BY e.id DESC
                  LIMIT 500) AS newest
          ORDER BY fit, at DESC
          LIMIT $5) AS hit\
      """
          .formatted(COLUMNS, FIT);

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
      SELECT %1$s, %2$s AS fit, %4$s AS company
        FROM search_entry e
       WHERE e.id IN (SELECT entry FROM numbered) AND e.words LIKE ALL ($2)\
      """;

  private static final String BY_NUMBER_OF_ALL =
      BY_NUMBER.formatted(
          COLUMNS,
          FIT,
          "for_house AND $6::bigint IS NULL",
          "(SELECT c.name FROM company_card c WHERE c.id = e.company_id)");

  private static final String BY_NUMBER_OF_COMPANY =
      BY_NUMBER.formatted(COLUMNS, FIT, "company_id = $6", "NULL");

  /** Among what somebody may find at all. */
  record Reach(Collection<String> kinds, Optional<CompanyId> company) {
    Long companyKey() {
      return company.map(CompanyId::value).orElse(null);
    }
  }

  List<SearchHit> inWords(Queries queries, LookedFor text, Reach reach, int limit) {
    return queries.find(
        "search.in_words",
        reach.company().isPresent() ? IN_WORDS_OF_COMPANY : IN_WORDS_OF_ALL,
        SearchRepository::toHit,
        reach.kinds().toArray(String[]::new),
        text.anywhere(),
        text.atTheBeginning(),
        text.number(),
        limit,
        reach.company().isPresent() ? reach.companyKey() : text.marks());
  }

  List<SearchHit> byNumber(Queries queries, LookedFor text, Reach reach, int limit) {
    return queries.find(
        "search.by_number",
        reach.company().isPresent() ? BY_NUMBER_OF_COMPANY : BY_NUMBER_OF_ALL,
        SearchRepository::toHit,
        reach.kinds().toArray(String[]::new),
        text.anywhere(),
        text.atTheBeginning(),
        text.number(),
        limit,
        reach.companyKey());
  }

  static SearchHit toHit(Row row) {
    return new SearchHit(
        row.getString("kind"),
        row.getString("key"),
        Json.read(row.getString("title"), JsonNode.class),
        Optional.ofNullable(row.getString("detail")).map(text -> Json.read(text, JsonNode.class)),
        Optional.ofNullable(row.getString("company")),
        row.getString("address"),
        row.getOffsetDateTime("at").toInstant(),
        row.getInteger("fit"));
  }
}
