package org.vitrine.search;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.feature.Findable;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.search.IndexedEntry.EntryKey;

/** What can be found, in PostgreSQL: how it gets there. */
final class IndexRepository {
  /** One writes a kind at a time, so that what is written last is what was read last. */
  private static final String LOCK =
      """
      SELECT pg_advisory_xact_lock(hashtext('search'), hashtext($1))::text\
      """;

  private static final String SHELVES_OF =
      """
      SELECT key, company_id, shelf
        FROM search_entry
       WHERE kind = $1 AND key = ANY($2)\
      """;

  private static final String PUT_ON_SHELF =
      """
      UPDATE search_shelf
         SET entries = entries + $2
       WHERE shelf = (SELECT shelf FROM search_shelf WHERE kind = $1 ORDER BY shelf DESC LIMIT 1)
         AND entries < $3
      RETURNING shelf\
      """;

  private static final String NEW_SHELF =
      """
      INSERT INTO search_shelf (kind, entries)
      VALUES ($1, $2)
      RETURNING shelf\
      """;

  private static final String SAVE =
      """
      WITH saved AS (
        INSERT INTO search_entry AS e
          (kind, key, company_id, for_house, shelf, title, detail, address, is_page, numbers, words, marks, at)
        SELECT $1, key, company_id, for_house, shelf, title::jsonb, NULLIF(detail, 'null')::jsonb,
               address, is_page, numbers::text[], words, marks::integer[], at
          FROM unnest($2::text[], $3::bigint[], $4::boolean[], $5::integer[], $6::text[], $7::text[], $8::text[],
                      $9::boolean[], $10::text[], $11::text[], $12::text[], $13::timestamptz[])
                 AS f (key, company_id, for_house, shelf, title, detail, address, is_page, numbers, words, marks, at)
        ON CONFLICT (kind, key, company_id) DO UPDATE
           SET for_house = excluded.for_house, title = excluded.title, detail = excluded.detail,
               address = excluded.address, is_page = excluded.is_page, numbers = excluded.numbers,
               words = excluded.words, marks = excluded.marks, at = excluded.at
         WHERE (e.for_house, e.title, e.detail, e.address, e.is_page, e.numbers, e.words, e.marks, e.at)
               IS DISTINCT FROM (excluded.for_house, excluded.title, excluded.detail, excluded.address,
                                 excluded.is_page, excluded.numbers, excluded.words, excluded.marks, excluded.at)
        RETURNING id, company_id, kind, for_house, numbers),
      gone AS (
        DELETE FROM search_number WHERE entry IN (SELECT id FROM saved))
      INSERT INTO search_number (number, entry, company_id, kind, for_house)
      SELECT number, id, company_id, kind, for_house
        FROM saved, unnest(numbers) AS number\
      """;

  private static final String FORGET =
      """
      DELETE FROM search_entry e
       WHERE e.kind = $1 AND e.key = ANY($2)
         AND NOT EXISTS (SELECT FROM unnest($3::text[], $4::bigint[]) AS f (key, company_id)
                          WHERE f.key = e.key AND f.company_id IS NOT DISTINCT FROM e.company_id)\
      """;

  private static final String FORGET_LEADING_TO =
      """
      DELETE FROM search_entry
       WHERE kind = $1 AND address = ANY($2)\
      """;

  void lock(Queries transaction, String kind) {
    transaction.findOne("search.lock", LOCK, row -> true, kind);
  }

  /** On which shelf these are, as far as they are there. */
  Map<EntryKey, Integer> shelves(Queries transaction, String kind, Collection<String> keys) {
    Map<EntryKey, Integer> shelves = new HashMap<>();
    transaction.find(
        "search.shelves",
        SHELVES_OF,
        row ->
            shelves.put(
                new EntryKey(row.getString("key"), Optional.ofNullable(row.getLong("company_id"))),
                row.getInteger("shelf")),
        kind,
        keys.toArray(String[]::new));
    return shelves;
  }

  /** The newest shelf, with so many more on it; a new one where that is full. */
  int shelfFor(Queries transaction, String kind, int more, int full) {
    return transaction
        .findOne(
            "search.put_on_shelf", PUT_ON_SHELF, row -> row.getInteger("shelf"), kind, more, full)
        .or(
            () ->
                transaction.findOne(
                    "search.new_shelf", NEW_SHELF, row -> row.getInteger("shelf"), kind, more))
        .orElseThrow();
  }

  void save(Queries transaction, String kind, Map<IndexedEntry, Integer> shelves) {
    List<IndexedEntry> entries = List.copyOf(shelves.keySet());
    List<Findable> found = entries.stream().map(IndexedEntry::found).toList();
    transaction.execute(
        "search.save",
        SAVE,
        kind,
        Sql.column(found, Findable::key, String[]::new),
        Sql.column(entries, entry -> entry.key().company().orElse(null), Long[]::new),
        Sql.column(found, Findable::forHouse, Boolean[]::new),
        Sql.column(entries, shelves::get, Integer[]::new),
        Sql.column(found, one -> Json.text(one.shown().title()), String[]::new),
        Sql.column(found, one -> Json.text(one.shown().detail()), String[]::new),
        Sql.column(found, one -> one.shown().address(), String[]::new),
        Sql.column(found, one -> one.shown().isItsPage(), Boolean[]::new),
        Sql.column(entries, entry -> "{" + String.join(",", entry.numbers()) + "}", String[]::new),
        Sql.column(entries, IndexedEntry::text, String[]::new),
        Sql.column(entries, entry -> array(entry.marks(shelves.get(entry))), String[]::new),
        Sql.column(found, one -> Sql.utc(one.at()), OffsetDateTime[]::new));
  }

  private static String array(Integer[] marks) {
    return Arrays.stream(marks).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }

  /** Those of these keys that are no longer there. */
  void forget(
      Queries transaction, String kind, Collection<String> keys, Collection<EntryKey> kept) {
    transaction.execute(
        "search.forget",
        FORGET,
        kind,
        keys.toArray(String[]::new),
        Sql.column(kept, EntryKey::key, String[]::new),
        Sql.column(kept, one -> one.company().orElse(null), Long[]::new));
  }

  void forgetLeadingTo(Queries transaction, String kind, Collection<String> addresses) {
    transaction.execute(
        "search.forget_leading_to",
        FORGET_LEADING_TO,
        kind,
        (Object) addresses.toArray(String[]::new));
  }
}
