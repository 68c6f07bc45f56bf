package org.vitrine.walls;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vitrine.notes.NotesFeature;

/** What one more feature brings, asked by everybody as its own table says. */
class FeatureMatrixIT {
  private static final Path TABLES = Path.of("src/test/resources/org/vitrine/notes");

  @TestFactory
  Stream<DynamicTest> everybody_gets_of_a_new_feature_what_its_table_says() {
    World world = new World(NotesFeature.start());
    world.shop().integrator().put("/api/notes/board", "{\"text\": \"Back at two\"}");
    return Matrix.read(TABLES).questions().stream()
        .map(question -> dynamicTest(question.toString(), () -> Asking.byAll(world, question)))
        .onClose(world::close);
  }
}
