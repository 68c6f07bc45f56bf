package org.vitrine.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.walls.Matrix.Question;

/**
 * Every route, asked by those who are kept out, with the conditions of the queries taken away, and
 * with row level security taken away: each wall holds alone.
 */
class OneWallIT {
  private static final int QUERIES_WITH_A_COMPANY = 12;

  /** Each in a transaction of its own: the house is open, and reads these tables in any order. */
  private static final String DISABLE_ROW_LEVEL_SECURITY =
      """
      DO $$
      DECLARE one regclass;
      BEGIN
        FOR one IN SELECT oid::regclass FROM pg_class WHERE relrowsecurity LOOP
          EXECUTE 'ALTER TABLE ' || one || ' DISABLE ROW LEVEL SECURITY';
          COMMIT;
        END LOOP;
      END $$\
      """;

  private final Matrix matrix = Matrix.read();

  @TestFactory
  Stream<DynamicTest> row_level_security_holds_alone() {
    WithoutConditions queries = new WithoutConditions();
    World world = new World(TestVitrine.rewording(queries));
    List<DynamicTest> tests = tests(world);
    tests.add(
        dynamicTest(
            "the conditions were taken away",
            () ->
                assertThat(queries.rewritten())
                    .hasSizeGreaterThanOrEqualTo(QUERIES_WITH_A_COMPANY)));
    return tests.stream().onClose(world::close);
  }

  @TestFactory
  Stream<DynamicTest> the_queries_hold_alone() {
    World world = new World(TestVitrine.start());
    TestDatabase.execute(world.vitrine().databaseUrl(), DISABLE_ROW_LEVEL_SECURITY);
    return tests(world).stream().onClose(world::close);
  }

  /** The proof that the tests above can fail. */
  @Test
  void without_either_wall_every_leak_is_found() {
    try (World world = new World(TestVitrine.rewording(new WithoutConditions()))) {
      TestDatabase.execute(world.vitrine().databaseUrl(), DISABLE_ROW_LEVEL_SECURITY);
      List<String> leaking =
          matrix.questions().stream()
              .filter(question -> fails(world, question))
              .map(Question::toString)
              .toList();
      assertThat(leaking)
          .contains(
              "GET /api/orders",
              "GET /api/orders?after={order}",
              "GET /api/orders/{order}",
              "GET /api/orders/{order}/events",
              "GET /api/orders/{order}/links",
              "POST /api/orders/{order}/links",
              "DELETE /api/orders/{order}/links/{link}",
              "WATCH orders/{order}",
              "GET /api/orders/{order}/evidence",
              "GET /api/evidence/{picture}",
              "WATCH evidence/order/{order}",
              "GET /api/voices",
              "GET /api/voices/{voice}",
              "POST /api/voices/{voice}/answers",
              "GET /api/actions",
              "GET /api/actions/{action}",
              "WATCH actions",
              "WATCH voices",
              "WATCH voices/{voice}",
              "GET /epcis/events");
      assertThatThrownBy(() -> Stirring.nothingOfOthersIsCounted(world))
          .isInstanceOf(AssertionError.class);
      assertThatThrownBy(() -> Stirring.nothingOfOthersIsSent(world))
          .isInstanceOf(AssertionError.class);
    }
  }

  private static boolean fails(World world, Question question) {
    try {
      Asking.byTheWalled(world, question);
      return false;
    } catch (AssertionError found) {
      return true;
    }
  }

  private List<DynamicTest> tests(World world) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Question question : matrix.questions()) {
      tests.add(dynamicTest(question.toString(), () -> Asking.byTheWalled(world, question)));
    }
    tests.add(dynamicTest("counts", () -> Stirring.nothingOfOthersIsCounted(world)));
    tests.add(dynamicTest("frames", () -> Stirring.nothingOfOthersIsSent(world)));
    return tests;
  }
}
