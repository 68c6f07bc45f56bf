package org.vitrine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A package is named for what it is about, and says so. */
class PackagesTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Set<String> SAY_NOTHING =
      Set.of("util", "utils", "common", "helper", "helpers", "impl", "dto", "misc", "shared");

  @Test
  void no_package_has_a_name_that_says_nothing() {
    Set<String> packages =
        Vitrines.classes().stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

    assertThat(packages).contains("org.vitrine.orders").noneMatch(PackagesTest::saysNothing);
    assertThat(saysNothing("org.vitrine.util")).isTrue();
  }

  private static boolean saysNothing(String name) {
    return Arrays.stream(name.split("\\.")).anyMatch(SAY_NOTHING::contains);
  }

  @Test
  void every_package_says_what_it_is_for() throws IOException {
    List<Path> packages = packages();

    assertThat(packages)
        .contains(SOURCES.resolve("org/vitrine/orders"))
        .allMatch(folder -> Files.exists(folder.resolve("package-info.java")));
  }

  private static List<Path> packages() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::getParent)
          .distinct()
          .toList();
    }
  }
}
