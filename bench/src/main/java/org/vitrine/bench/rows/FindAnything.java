package org.vitrine.bench.rows;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Guests;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Interval;
import org.vitrine.bench.measure.Latencies;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;

/** Row 20. */
final class FindAnything implements Row {
  private static final int ORDERS = 20_000;
  private static final int COPIES = 49;
  private static final int FIRST_OF_STAFF = 400;
  private static final Duration FILLED_AT_LATEST = Duration.ofMinutes(15);

  /** One and two letters, what all have, what few have, what none has; numbers, words, Chinese. */
  private static final List<String> TYPED =
      List.of(
          "s",
          "1",
          "佛",
          "so",
          "20",
          "佛山",
          "kf",
          "so-2026",
          "so-20260",
          "so-2026004321",
          "4321",
          "conditioner",
          "kfr 35",
          "fsrj",
          "frj",
          "foshan",
          "dianqi",
          "po-1234",
          "zzzz",
          "qx",
          "conditioner compressor",
          "compressor 佛山",
          "6202 os",
          "20260 26000 02600",
          "air so 2026",
          "电器 空调",
          "split kfr so 2026 佛山",
          "guests 7",
          "guests 3 compressor",
          "kälte");

  private static final String PLACE =
      """
      UPDATE person SET role = 'account-manager' WHERE email ~ 'guest4[0-9][0-9]@';
      DELETE FROM membership WHERE person_id IN (SELECT id FROM person WHERE role = 'account-manager');
      UPDATE company SET name = name || ' ' || (ARRAY['佛山瑞捷电器有限公司', '广州华凌制冷有限公司', '宁波志高空调有限公司'])[1 + id %% 3]
       WHERE code LIKE 'guests-%%';
      INSERT INTO orders (company_id, number, customer_reference, placed_on)
      SELECT c.id, 'SO-2026' || lpad(n::text, 6, '0'), 'PO-' || (n * 7919) %% 1000000, date '2020-01-01' + n / 20
        FROM generate_series(1, %d) n
        JOIN company c ON c.code = 'guests-' || n %% 10;
      INSERT INTO order_line (company_id, order_id, number, product, description, quantity, routing)
      SELECT company_id, id, 1,
             to_jsonb((ARRAY['KFR-35', 'ZX-900 compressor', 'Kälteanlage 3000', '分体空调'])[1 + id %% 4]),
             to_jsonb((ARRAY['split air conditioner', 'spare part', '电器'])[1 + id %% 3]), 500, 'split-ac'
        FROM orders;
      UPDATE search_source SET edition = '0' WHERE kind IN ('order', 'product', 'company')\
      """
          .formatted(ORDERS);

  private static final String COPY =
      """
      DROP INDEX search_entry_marks;
      DO $$
      DECLARE
        most integer := (SELECT max(shelf) FROM search_shelf);
      BEGIN
        FOR copy IN 1..%d LOOP
          INSERT INTO search_shelf (shelf, kind, entries) OVERRIDING SYSTEM VALUE
          SELECT shelf + copy * most, (ARRAY['order', 'unit', 'message', 'order'])[1 + copy %% 4], entries
            FROM search_shelf
           WHERE shelf <= most AND kind = 'order';
          WITH copied AS (
            INSERT INTO search_entry
              (kind, key, company_id, for_house, shelf, title, detail, address, is_page, numbers, words, marks, at)
            SELECT (ARRAY['order', 'unit', 'message', 'order'])[1 + copy %% 4], key || '/' || copy, company_id, for_house,
                   shelf + copy * most, title, detail, address, false, numbers, words,
                   (SELECT array_agg(m # (shelf * 7919) # ((shelf + copy * most) * 7919)) FROM unnest(marks) m),
                   at + copy * interval '1 hour'
              FROM search_entry
             WHERE shelf <= most AND kind = 'order'
            RETURNING id, company_id, kind, for_house, numbers)
          INSERT INTO search_number (number, entry, company_id, kind, for_house)
          SELECT number, id, company_id, kind, for_house FROM copied, unnest(numbers) AS number;
        END LOOP;
      END
      $$;
      SET maintenance_work_mem = '512MB';
      CREATE INDEX search_entry_marks ON search_entry USING gin (marks) WITH (fastupdate = off);
      ANALYZE\
      """
          .formatted(COPIES);

  private static final String PEER =
      """
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE TABLE peer AS SELECT id, words, at FROM search_entry WHERE for_house;
      SET maintenance_work_mem = '512MB';
      CREATE INDEX ON peer USING gin (words gin_trgm_ops);
      CREATE INDEX ON peer (at);
      ANALYZE peer\
      """;

  @Override
  public int number() {
    return 20;
  }

  @Override
  public String job() {
    return "Search: a million entries";
  }

  @Override
  public String method() {
    return """
    %,d orders of 10 companies are read by Vitrine itself; their entries are copied to other shelves until there are \
    %,d, half of them called serial numbers and messages. Then %d texts are asked for over HTTP, one after the \
    other, by staff and by contacts: single letters, beginnings and parts of numbers, several words, Chinese, pinyin, \
    what every entry has and what none has. Beside it: the same parts of words in the same texts by PostgreSQL's \
    pg_trgm (LIKE over a GIN index, the newest 20), without rank or rights, over one kept connection; beyond 2 s it is \
    stopped.\
    """
        .formatted(ORDERS, ORDERS * (COPIES + 1), TYPED.size());
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    return new Measurement(lab).findings();
  }

  private static final class Measurement {
    private final Lab lab;
    private final Postgres database;
    private final Vitrine first;
    private final Guests guests;

    private Measurement(Lab lab) throws Exception {
      this.lab = lab;
      this.database = Postgres.startIn(lab);
      this.first = Vitrine.start(lab, database);
      this.guests = new Guests(first);
    }

    private List<Finding> findings() throws Exception {
      database.execute(PLACE);
      long began = System.nanoTime();
      first.beside(lab, "filling");
      waitUntilFilled();
      double filled = ORDERS / ((System.nanoTime() - began) / 1e9);
      database.execute(COPY);
      database.execute(PEER);
      long entries = database.number("SELECT count(*) FROM search_entry");
      Series series =
          new Rounds()
              .of("staff", round -> asked(FIRST_OF_STAFF + round))
              .of("contacts", round -> asked(round))
              .of("pg_trgm", round -> askedPeer())
              .run(lab.rounds());
      return List.of(
          Finding.atMost(100, "Staff, p95", series.of("staff", "p95"), "ms"),
          Finding.atMost(
              100,
              "Contacts of a company with a tenth of all, p95",
              series.of("contacts", "p95"),
              "ms"),
          Finding.beside("Staff, p50", series.of("staff", "p50"), "ms"),
          Finding.beside("Contacts, p50", series.of("contacts", "p50"), "ms"),
          Finding.beside("Staff, the slowest text", series.of("staff", "most"), "ms"),
          Finding.beside("pg_trgm, p95", series.of("pg_trgm", "p95"), "ms"),
          Finding.beside("pg_trgm, p50", series.of("pg_trgm", "p50"), "ms"),
          Finding.beside("Staff, p95 / pg_trgm", series.ratio("staff", "pg_trgm", "p95"), "x"),
          Finding.beside("Entries", Interval.exactly(entries), ""),
          Finding.beside("Orders read anew a second", Interval.exactly(filled), ""),
          Finding.beside(
              "Index of marks",
              Interval.exactly(
                  database.number("SELECT pg_relation_size('search_entry_marks')") / 1e6),
              "MB"));
    }

    private void waitUntilFilled() throws InterruptedException {
      long end = System.nanoTime() + FILLED_AT_LATEST.toNanos();
      while (database.number(
              "SELECT count(*) FROM search_source WHERE filled_at IS NULL OR edition = '0'")
          > 0) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("Search is not filled");
        }
        Thread.sleep(500);
      }
    }

    private Map<String, Double> asked(int guest) throws Exception {
      String cookie = guests.signIn(guest);
      Latencies latencies = new Latencies();
      for (String text : TYPED) {
        long began = System.nanoTime();
        guests.say(
            "GET",
            "/api/search?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8),
            "",
            cookie);
        latencies.record(System.nanoTime() - began);
      }
      return points(latencies);
    }

    private Map<String, Double> askedPeer() throws Exception {
      Latencies latencies = new Latencies();
      try (Connection connection = database.connect();
          PreparedStatement newest =
              connection.prepareStatement(
                  "SELECT id FROM peer WHERE words LIKE ALL (?) ORDER BY at DESC LIMIT 20")) {
        newest.setQueryTimeout(2);
        for (String text : TYPED) {
          newest.setArray(1, connection.createArrayOf("text", patterns(text)));
          long began = System.nanoTime();
          try (ResultSet found = newest.executeQuery()) {
            while (found.next()) {
              found.getLong(1);
            }
          } catch (SQLException stopped) {
            // It counts with the time until then.
          }
          latencies.record(System.nanoTime() - began);
        }
      }
      return points(latencies);
    }

    private static String[] patterns(String text) {
      return Arrays.stream(text.toLowerCase(Locale.ROOT).replace('ä', 'a').split("[ -]"))
          .map(part -> "%" + part + "%")
          .toArray(String[]::new);
    }

    private static Map<String, Double> points(Latencies latencies) {
      return Map.of(
          "p50", latencies.percentile(50),
          "p95", latencies.percentile(95),
          "most", latencies.percentile(100));
    }
  }
}
