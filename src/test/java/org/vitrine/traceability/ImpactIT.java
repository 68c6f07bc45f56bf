package org.vitrine.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Database;
import org.vitrine.production.Consumed;

/** What a fault reaches is what somebody finds who goes through all that there is. */
class ImpactIT {
  private static TestVitrine vitrine;
  private static Database database;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    database = vitrine.vitrine().database();
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  static LongStream seeds() {
    return LongStream.range(1, 13);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_is_known_and_what_is_not_is_found(long seed) {
    RandomGraph graph = new RandomGraph(seed, 4, 2, 8, true);
    write(graph);
    for (int time = 0; time < 5; time++) {
      Set<Integer> sought = new HashSet<>(List.of(graph.anyNode(), graph.anyNode()));

      Impact impact = impact(graph, sought);

      Set<Integer> known = graph.madeOf(sought);
      assertThat(codes(impact.known())).isEqualTo(graph.codes(known));
      assertThat(codes(impact.unknown())).isEqualTo(graph.codes(graph.unknown(known)));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_consumption_that_nobody_recorded_is_not_overlooked(long seed) {
    RandomGraph whole = new RandomGraph(seed, 3, 2, 8, false);
    List<RandomGraph.Edge> usual = whole.edges().stream().filter(whole::isUsual).toList();
    for (RandomGraph.Edge gap : usual.stream().filter(edge -> isOfThis(edge, seed)).toList()) {
      RandomGraph graph = new RandomGraph(seed, 3, 2, 8, false);
      Set<Integer> affected = graph.madeOf(Set.of(gap.input()));
      graph.without(gap);
      write(graph);

      Impact impact = impact(graph, Set.of(gap.input()));

      Set<String> found = codes(impact.known());
      found.addAll(codes(impact.unknown()));
      assertThat(found).containsAll(graph.codes(affected));
    }
  }

  @Test
  void of_lots_whose_product_nobody_said_each_reaches_its_own_alone() {
    Traces traces = vitrine.vitrine().rooms().traces();
    traces.save(new TraceCode("UNSAID-1"), motorOf("UNSAID-A"));
    traces.save(new TraceCode("UNSAID-2"), motorOf("UNSAID-B"));

    Impact impact =
        traces.impact(database, new Criteria(List.of("UNSAID-A"), List.of(), null, null, null));

    assertThat(codes(impact.known())).containsExactlyInAnyOrder("UNSAID-A", "UNSAID-1");
    assertThat(impact.unknown()).isEmpty();
  }

  private static SavePiece motorOf(String lot) {
    return new SavePiece(
        LocalizedText.of("Motor of what nobody said"),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(new Consumed(lot, null, null, null, null, null)));
  }

  /** Some of each graph: all of them together are many. */
  private static boolean isOfThis(RandomGraph.Edge edge, long seed) {
    return Math.floorMod(edge.output() * 31 + edge.input(), 7) == seed % 7;
  }

  private static void write(RandomGraph graph) {
    database.inTransaction(
        transaction -> {
          graph.write(transaction);
          return null;
        });
  }

  private static Impact impact(RandomGraph graph, Set<Integer> sought) {
    return vitrine
        .vitrine()
        .rooms()
        .traces()
        .impact(
            database, new Criteria(List.copyOf(graph.codes(sought)), List.of(), null, null, null));
  }

  private static Set<String> codes(Collection<Affected> affected) {
    return affected.stream().map(Affected::code).collect(Collectors.toSet());
  }
}
