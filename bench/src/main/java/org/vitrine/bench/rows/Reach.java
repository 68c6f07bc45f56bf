package org.vitrine.bench.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Interval;
import org.vitrine.bench.measure.Latencies;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;
import org.vitrine.bench.peer.LotGraph;
import org.vitrine.bench.peer.LotGraph.Edge;
import org.vitrine.bench.peer.LotGraph.Walked;

/** Row 22. */
final class Reach implements Row {
  private static final long SEED = 14;
  private static final int PRODUCTS = 100;
  private static final int PER_PRODUCT = 500;
  private static final int ASKED = 40;
  private static final int AT_ONCE = 10_000;
  private static final List<Integer> GROWN = List.of(10, 100);

  @Override
  public int number() {
    return 22;
  }

  @Override
  public String job() {
    return "What a faulty lot reaches: 50,000 lots";
  }

  @Override
  public String method() {
    return """
    %,d lots of %d products over five tiers, each made of three products of the tier below; every sixth is a part of another or was worked on again, loops included, \
    and one record of fifty is missing, so that most of what is not known is not known of very many. \
    %d lots drawn at random are traced over HTTP, one after the other: their tree in both directions, how far it goes, and what lacks a record. \
    Beside it: a walk through all of the graph in memory, by the same rule. Both must count the same. \
    Then as many again stand beside them, of products of their own, until there are 500,000 and 5,000,000 lots, and the same are asked for once each time.\
    """
        .formatted(PRODUCTS * PER_PRODUCT, PRODUCTS, ASKED);
  }

  /** Five million lots take a while to be there. */
  @Override
  public Duration longest() {
    return Duration.ofMinutes(20);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    return new Measurement(lab).findings();
  }

  private static final class Measurement {
    private final Lab lab;
    private final Postgres database;
    private final Vitrine vitrine;
    private final LotGraph graph = new LotGraph(SEED, PRODUCTS, PER_PRODUCT);
    private int others;

    private Measurement(Lab lab) throws Exception {
      this.lab = lab;
      this.database = Postgres.startIn(lab);
      this.vitrine = Vitrine.start(lab, database);
      fill();
    }

    /** As if somebody had said all of it. */
    private void fill() {
      database.execute(
          """
          INSERT INTO trace_node (kind, code, key, material, product)
          SELECT 'lot', 'L-' || n, 'l-' || n, 'p-' || n / %1$d, to_jsonb('P-' || n / %1$d)
            FROM generate_series(0, %2$d) AS n\
          """
              .formatted(PER_PRODUCT, graph.size() - 1));
      List<Edge> edges = graph.edges();
      for (int from = 0; from < edges.size(); from += AT_ONCE) {
        String values =
            edges.subList(from, Math.min(edges.size(), from + AT_ONCE)).stream()
                .map(edge -> "(%d,%d)".formatted(edge.output(), edge.input()))
                .collect(Collectors.joining(","));
        database.execute(
            """
            INSERT INTO consumption (output, input, recorded_at)
            SELECT o.id, i.id, now()
              FROM (VALUES %s) AS said (output, input)
              JOIN trace_node o ON o.kind = 'lot' AND o.key = 'l-' || said.output
              JOIN trace_node i ON i.kind = 'lot' AND i.key = 'l-' || said.input\
            """
                .formatted(values));
      }
      database.execute(
          """
          INSERT INTO trace_use (made, used, supplied)
          SELECT DISTINCT o.material, i.material, false
            FROM consumption c
            JOIN trace_node o ON o.id = c.output
            JOIN trace_node i ON i.id = c.input;
          ANALYZE\
          """);
    }

    private List<Finding> findings() throws Exception {
      round(); // Warm.
      Series series =
          new Rounds()
              .of("Vitrine", round -> round())
              .of("a walk in memory", round -> walk())
              .run(lab.rounds());
      List<Finding> findings = new ArrayList<>();
      findings.add(
          Finding.atMost(1_000, "A lot is traced, p95", series.of("Vitrine", "p95"), "ms"));
      findings.add(Finding.beside("A lot is traced, p50", series.of("Vitrine", "p50"), "ms"));
      findings.add(
          Finding.beside("A walk in memory, p95", series.of("a walk in memory", "p95"), "ms"));
      findings.add(
          Finding.beside("Affected or not known, the most", series.of("Vitrine", "most"), ""));
      findings.add(Finding.beside("Consumptions", Interval.exactly(graph.edges().size()), ""));
      int copies = 1;
      for (int wanted : GROWN) {
        grow(copies, wanted - 1);
        copies = wanted;
        round(); // Warm.
        findings.add(
            Finding.atMost(
                1_000,
                "Among %,d, p95".formatted(copies * graph.size()),
                Interval.exactly(round().get("p95")),
                "ms"));
      }
      findings.add(
          Finding.atMost(0, "Counted otherwise than by the walk", Interval.exactly(others), ""));
      return List.copyOf(findings);
    }

    /** Copies of all of it beside it, of other products; numbered on, since identities are. */
    private void grow(int from, int to) {
      database.execute(
          """
          SET session_replication_role = replica;
          INSERT INTO trace_node (id, kind, code, key, material, product)
          OVERRIDING SYSTEM VALUE
          SELECT n.id + copy * %1$d, 'lot', n.code || '-' || copy, n.key || '-' || copy,
                 n.material || '-' || copy, to_jsonb(n.material || '-' || copy)
            FROM generate_series(%2$d, %3$d) AS copy
           CROSS JOIN (SELECT * FROM trace_node ORDER BY id LIMIT %1$d) AS n;
          INSERT INTO consumption (output, input, recorded_at)
          SELECT c.output + copy * %1$d, c.input + copy * %1$d, now()
            FROM generate_series(%2$d, %3$d) AS copy
           CROSS JOIN (SELECT * FROM consumption ORDER BY id LIMIT %4$d) AS c;
          INSERT INTO trace_use (made, used, supplied)
          SELECT u.made || '-' || copy, u.used || '-' || copy, u.supplied
            FROM generate_series(%2$d, %3$d) AS copy
           CROSS JOIN (SELECT * FROM trace_use WHERE made NOT LIKE 'p-%%-%%') AS u;
          RESET session_replication_role;
          ANALYZE\
          """
              .formatted(graph.size(), from, to, graph.edges().size()));
    }

    private Map<String, Double> round() throws Exception {
      Random random = new Random(SEED);
      Latencies latencies = new Latencies();
      double most = 0;
      for (int n = 0; n < ASKED; n++) {
        int lot = random.nextInt(graph.size());
        long began = System.nanoTime();
        JsonNode tree = vitrine.get("/api/lots/L-%d/tree".formatted(lot));
        latencies.record(System.nanoTime() - began);
        Walked told =
            new Walked(tree.at("/down/lots").asInt(), tree.at("/gaps/unknownLots").asInt());
        others += told.equals(graph.walk(lot)) ? 0 : 1;
        most = Math.max(most, told.known() + told.unknown());
      }
      return Map.of("p95", latencies.percentile(95), "p50", latencies.percentile(50), "most", most);
    }

    private Map<String, Double> walk() {
      Random random = new Random(SEED);
      Latencies latencies = new Latencies();
      for (int n = 0; n < ASKED; n++) {
        int lot = random.nextInt(graph.size());
        long began = System.nanoTime();
        graph.walk(lot);
        latencies.record(System.nanoTime() - began);
      }
      return Map.of("p95", latencies.percentile(95));
    }
  }
}
