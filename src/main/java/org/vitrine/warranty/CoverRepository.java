package org.vitrine.warranty;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.access.Actor;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/**
 * The ledger of cover in PostgreSQL, only ever added to. What is read is that of the present sale.
 */
final class CoverRepository {
  private static final String LEDGER =
      """
      SELECT e.piece, e.kind, e.from_day, e.months, e.part, r.reason
        FROM cover_entry e
        JOIN warranty_piece p ON p.serial_key = e.piece AND p.sale = e.sale
        LEFT JOIN cover_reason r
          ON r.piece = e.piece AND r.sequence = e.sequence AND ($2::bigint IS NULL OR r.company_id = $2)
       WHERE e.piece = ANY($1)
       ORDER BY e.piece, e.sequence\
      """;

  private static final String ADD =
      """
      INSERT INTO cover_entry (piece, sale, sequence, kind, from_day, months, part)
      SELECT p.serial_key, p.sale,
             (SELECT coalesce(max(e.sequence), 0) + 1 FROM cover_entry e WHERE e.piece = p.serial_key),
             $2, $3, $4, $5
        FROM warranty_piece p
       WHERE p.serial_key = $1
      RETURNING sequence\
      """;

  private static final String ADD_REASON =
      """
      INSERT INTO cover_reason (piece, sequence, company_id, reason)
      VALUES ($1, $2, $3, $4)\
      """;

  private static final String ADD_AUTHOR =
      """
      INSERT INTO cover_entry_author (piece, sequence, by, person_id, at)
      VALUES ($1, $2, $3, $4, $5)\
      """;

  private static final String AUTHORS =
      """
      SELECT a.by, a.at
        FROM cover_entry_author a
        JOIN cover_entry e ON e.piece = a.piece AND e.sequence = a.sequence
        JOIN warranty_piece p ON p.serial_key = e.piece AND p.sale = e.sale
       WHERE a.piece = $1
       ORDER BY a.sequence\
      """;

  /** Who made an entry, and when. */
  record CoverAuthor(String by, Instant at) {}

  private record LedgerRow(String piece, CoverEntry entry) {}

  List<CoverEntry> ledger(Queries queries, WarrantySerial serial) {
    return ledgers(queries, List.of(serial), Optional.empty()).get(serial.key());
  }

  /**
   * By the keys of these serials, each in its order; empty where there is nothing.
   *
   * @param reader who reads the reasons that were written for them, and no others; absent for the
   *     house, which reads all
   */
  Map<String, List<CoverEntry>> ledgers(
      Queries queries, Collection<WarrantySerial> serials, Optional<CompanyId> reader) {
    String[] keys = Sql.column(serials, WarrantySerial::key, String[]::new);
    Map<String, List<CoverEntry>> found = new HashMap<>();
    for (String key : keys) {
      found.put(key, List.of());
    }
    found.putAll(
        queries
            .find(
                "cover_entry.ledger",
                LEDGER,
                CoverRepository::toEntry,
                keys,
                reader.map(CompanyId::value).orElse(null))
            .stream()
            .collect(
                Collectors.groupingBy(
                    LedgerRow::piece, Collectors.mapping(LedgerRow::entry, Collectors.toList()))));
    return found;
  }

  /** The authors of the entries of a ledger, in their order. */
  List<CoverAuthor> authors(Queries queries, WarrantySerial serial) {
    return queries.find(
        "cover_entry_author.find",
        AUTHORS,
        row -> new CoverAuthor(row.getString("by"), row.getOffsetDateTime("at").toInstant()),
        serial.key());
  }

  /**
   * The piece is locked before.
   *
   * @param reader for whom its reason is written
   */
  void add(
      Queries transaction,
      WarrantySerial serial,
      CoverEntry entry,
      CompanyId reader,
      Actor by,
      Instant at) {
    int sequence =
        transaction
            .findOne(
                "cover_entry.add",
                ADD,
                row -> row.getInteger("sequence"),
                serial.key(),
                entry.kind().code(),
                entry.from(),
                entry.months(),
                entry.part())
            .orElseThrow();
    if (entry.reason() != null) {
      transaction.execute(
          "cover_reason.add", ADD_REASON, serial.key(), sequence, reader.value(), entry.reason());
    }
    transaction.execute(
        "cover_entry_author.add",
        ADD_AUTHOR,
        serial.key(),
        sequence,
        by.name(),
        by.kind() == Actor.ActorKind.PERSON ? by.id().orElse(null) : null,
        Sql.utc(at));
  }

  private static LedgerRow toEntry(Row row) {
    return new LedgerRow(
        row.getString("piece"),
        new CoverEntry(
            CoverKind.read(row.getString("kind")),
            row.getLocalDate("from_day"),
            row.getInteger("months"),
            row.getString("part"),
            row.getString("reason")));
  }
}
