package org.vitrine.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fixtures.TestDatabase;

/** Whatever names a company moves when two become one: asked of PostgreSQL’s own catalogue. */
class CompanyReferencesIT {
  /** Columns that look like a company's key, and are not among those that move. */
  private static final String OVERLOOKED =
      """
      SELECT c.oid::regclass || '.' || a.attname
        FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
         AND a.atttypid IN ('bigint'::regtype, 'bigint[]'::regtype)
         AND (a.attname LIKE '%compan%' OR a.attname LIKE '%customer%' OR a.attname LIKE '%tenant%')
         AND NOT EXISTS (SELECT FROM company_reference r WHERE r.relation = c.oid AND r.number = a.attnum)\
      """;

  /** What would be checked before what it refers to has moved. */
  private static final String HASTY =
      """
      SELECT DISTINCT f.conrelid::regclass || ': ' || f.conname
        FROM pg_constraint f
        JOIN company_reference r ON r.relation = f.conrelid AND r.number = ANY(f.conkey)
       WHERE f.contype = 'f' AND f.confrelid <> 'company'::regclass AND NOT f.condeferrable\
      """;

  /** Lists of keys: each is of companies, or of something that is known to be none. */
  private static final String UNKNOWN_LISTS =
      """
      SELECT c.relname || '.' || a.attname
        FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
         AND a.atttypid = 'bigint[]'::regtype AND a.attname <> 'companies'
       ORDER BY 1\
      """;

  @Test
  void every_column_that_names_a_company_moves() {
    String url = TestDatabase.freshUrl();

    assertThat(TestDatabase.find(url, OVERLOOKED))
        .as("call it company_id, or companies where it is a list, or let it refer to company")
        .isEmpty();
    assertThat(TestDatabase.find(url, HASTY)).isEmpty();
  }

  @Test
  void every_list_of_keys_is_known() {
    assertThat(TestDatabase.find(TestDatabase.freshUrl(), UNKNOWN_LISTS))
        .as("lists of something else than companies; one of companies is called so")
        .containsExactly(
            "department.members", "meeting_series.left_out", "unsubscribe_link.orders");
  }

  /** As somebody might, in a migration of tomorrow. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE outing (company_id bigint, day date, PRIMARY KEY (company_id, day))",
        "CREATE TABLE outing (guest bigint REFERENCES company, day date, UNIQUE NULLS NOT DISTINCT"
            + " (guest, day))",
        "CREATE TABLE outing (day date, guest bigint REFERENCES company); CREATE UNIQUE INDEX ON"
            + " outing (guest, (extract(month FROM day))) WHERE day > '2000-01-01'"
      })
  void a_table_that_is_made_tomorrow_moves_too_and_the_row_of_the_receiving_company_stays(
      String sql) {
    String url = TestDatabase.freshUrl();
    TestDatabase.execute(url, sql);
    String column = sql.contains("guest") ? "guest" : "company_id";
    TestDatabase.execute(
        url,
        """
        INSERT INTO company (code, name, kind, tier, created_at)
        SELECT code, code, 'customer', 'gold', now() FROM unnest('{merged,receiving}'::text[]) AS code;
        INSERT INTO outing (%1$s, day)
        SELECT id, day FROM company, unnest('{2026-01-01,2026-02-01}'::date[]) AS day WHERE code = 'merged';
        INSERT INTO outing (%1$s, day) SELECT id, '2026-02-01' FROM company WHERE code = 'receiving'\
        """
            .formatted(column));

    TestDatabase.execute(
        url,
        "SELECT merge_companies(m.id, r.id) FROM company m, company r WHERE m.code = 'merged' AND"
            + " r.code = 'receiving'");

    assertThat(
            TestDatabase.find(
                url,
                "SELECT code || ' ' || day FROM outing JOIN company c ON c.id = %s ORDER BY 1"
                    .formatted(column)))
        .isEqualTo(List.of("receiving 2026-01-01", "receiving 2026-02-01"));
  }
}
