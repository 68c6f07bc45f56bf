package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.platform.StartFailed;
import org.vitrine.production.Routing;
import org.vitrine.production.Stage;

class MappingTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "Turning & Milling, machining",
    "SETUP Turning & Milling, machining",
    "Turning & Milling Q.C., machining-inspection",
    "Laser Marking, finishing",
    "Nitration Q.C., finishing",
    "Final Inspection Q.C., final-inspection",
    "Packing, packing",
  })
  void the_shipped_one_knows_the_operations(String operation, String stage) {
    assertThat(Mapping.shipped().stageOf(operation).map(Stage::code)).contains(stage);
  }

  @Test
  void the_shipped_one_is_told_in_english_and_chinese() {
    assertThat(Mapping.shipped().stages())
        .allSatisfy(stage -> assertThat(stage.name().byLanguage()).containsOnlyKeys("en", "zh-CN"));
  }

  @Test
  void ones_own_is_a_routing_in_json() throws IOException {
    Routing read =
        Mapping.read(
            file(
                "{\"code\": \"mine\", \"stages\": [{\"code\": \"all\", \"operations\": [\"*\"]}]}"));

    assertThat(read.stageOf("Anything").map(Stage::code)).contains("all");
  }

  @Test
  void a_wrong_one_names_the_field() throws IOException {
    Path wrong = file("{\"code\": \"mine\", \"stages\": [{\"code\": \"All of it\"}]}");

    assertThatThrownBy(() -> Mapping.read(wrong))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("mapping.json is not valid at “stages[0].code”: A stage code must");
  }

  private Path file(String json) throws IOException {
    return Files.writeString(directory.resolve("mapping.json"), json);
  }
}
