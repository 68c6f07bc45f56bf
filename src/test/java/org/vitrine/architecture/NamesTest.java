package org.vitrine.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads a name knows what it stands for, without looking for its surroundings. */
class NamesTest {

  @Test
  void no_simple_name_stands_for_two_things() {
    assertThat(ambiguous(Vitrines.classes())).isEmpty();
  }

  @Test
  void a_name_that_stands_for_two_things_is_found() {
    List<JavaClass> twice =
        Stream.concat(Vitrines.classes().stream(), Vitrines.classes().stream())
            .filter(found -> found.getSimpleName().equals("Order"))
            .toList();

    assertThat(ambiguous(twice)).containsOnlyKeys("Order");
  }

  /** Classes by the simple name that they share with another, nested ones included. */
  private static Map<String, List<String>> ambiguous(Collection<JavaClass> classes) {
    Map<String, List<String>> byName =
        classes.stream()
            .filter(found -> !found.isAnonymousClass() && !found.isArray())
            .filter(found -> !found.getSimpleName().equals("package-info"))
            .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));
    byName.values().removeIf(sharing -> sharing.size() == 1);
    return byName;
  }
}
