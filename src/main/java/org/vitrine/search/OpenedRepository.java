package org.vitrine.search;

import java.time.Instant;
import java.util.List;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.search.SearchRepository.Reach;

/** What people opened last, in PostgreSQL. */
final class OpenedRepository {
  private static final String KEEP =
      """
      INSERT INTO search_opened (person_id, company_id, address, at)
      SELECT $1, $2::bigint, $3, $4
       WHERE EXISTS (SELECT FROM search_entry e
                      WHERE e.address = $3 AND e.is_page AND e.kind = ANY($5::text[])
                        AND ($2 IS NULL AND e.for_house OR e.company_id = $2))
      ON CONFLICT (person_id, company_id, address) DO UPDATE SET at = excluded.at\
      """;

  private static final String LAST =
      """
      SELECT e.kind, e.key, e.title::text AS title, e.detail::text AS detail, e.address, e.at, c.name AS company
        FROM (SELECT address, at FROM search_opened
               WHERE person_id = $1 AND company_id IS NOT DISTINCT FROM $2
               ORDER BY at DESC
               LIMIT %d) AS opened
       CROSS JOIN LATERAL (
         SELECT * FROM search_entry e
          WHERE e.address = opened.address AND e.is_page AND e.kind = ANY($3::text[])
            AND ($2::bigint IS NULL AND e.for_house OR e.company_id = $2)
          ORDER BY e.id
          LIMIT 1) AS e
        LEFT JOIN company_card c ON c.id = e.company_id AND $2 IS NULL
       ORDER BY opened.at DESC
       LIMIT $4\
      """
          .formatted(Search.OPENED_AT_MOST);

  private static final String FORGET =
      """
      DELETE FROM search_opened o
       USING (SELECT person_id, company_id, address,
                     row_number() OVER (PARTITION BY person_id, company_id ORDER BY at DESC) AS place
                FROM search_opened) AS ranked
       WHERE ranked.place > $1
         AND (o.person_id, o.address) = (ranked.person_id, ranked.address)
         AND o.company_id IS NOT DISTINCT FROM ranked.company_id\
      """;

  /** Nothing is kept of what they cannot find. */
  void keep(Queries transaction, long person, Reach reach, String address, Instant now) {
    transaction.execute(
        "search.keep_opened",
        KEEP,
        person,
        reach.companyKey(),
        address,
        Sql.utc(now),
        reach.kinds().toArray(String[]::new));
  }

  List<SearchHit> last(Queries queries, long person, Reach reach, int limit) {
    return queries.find(
        "search.opened",
        LAST,
        row -> SearchRepository.toHit(row, 0),
        person,
        reach.companyKey(),
        reach.kinds().toArray(String[]::new),
        limit);
  }

  void forget(Queries queries, int kept) {
    queries.execute("search.forget_opened", FORGET, kept);
  }
}
