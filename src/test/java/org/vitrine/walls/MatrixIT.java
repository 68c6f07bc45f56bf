package org.vitrine.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.walls.Matrix.Question;

/** Every route, asked by everybody for everything, as {@code matrix/*.txt} says. */
class MatrixIT {
  private final Matrix matrix = Matrix.read();

  @TestFactory
  Stream<DynamicTest> both_walls_stand() {
    World world = new World(TestVitrine.start());
    return Stream.of(
            matrix.questions().stream()
                .map(
                    question ->
                        dynamicTest(question.toString(), () -> Asking.byAll(world, question))),
            Stream.of(
                dynamicTest("counts", () -> Stirring.nothingOfOthersIsCounted(world)),
                dynamicTest("frames", () -> Stirring.nothingOfOthersIsSent(world)),
                dynamicTest("every route has its line", () -> isComplete(world))))
        .flatMap(tests -> tests)
        .onClose(world::close);
  }

  private void isComplete(World world) {
    List<Endpoint> endpoints = world.vitrine().vitrine().endpoints();
    for (Endpoint endpoint : endpoints) {
      assertThat(matrix.questions())
          .as("who gets what from %s %s", endpoint.method(), endpoint.path())
          .anyMatch(question -> question.asks(endpoint));
    }
    for (Question question : matrix.questions()) {
      assertThat(question.answers()).as(question.toString()).containsOnlyKeys(Asker.values());
      assertThat(endpoints).as("a route for %s", question).anyMatch(question::asks);
    }
  }
}
