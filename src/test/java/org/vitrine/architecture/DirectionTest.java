package org.vitrine.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Imports go down only. */
class DirectionTest {
  /** From the ground up; packages on one floor do not know each other. */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("platform"),
          Set.of("mail"),
          Set.of("companies"),
          Set.of("access"),
          Set.of("live"),
          Set.of("feature"),
          Set.of("people", "calendars", "photos"),
          Set.of("signin"),
          Set.of("orders"),
          Set.of("forecasts"),
          Set.of("production"),
          Set.of("forecasting"),
          Set.of("products"),
          Set.of("tracking"),
          Set.of("acts"),
          Set.of("invitations"),
          Set.of("actions"),
          Set.of("voices"),
          Set.of("traceability"),
          Set.of("nonconformances"),
          Set.of("recalls"),
          Set.of("warranty"),
          Set.of("devices"),
          Set.of("evidence"),
          Set.of("stations"),
          Set.of("notices"),
          Set.of("webhooks"),
          Set.of("reviews"),
          Set.of("meetings"),
          Set.of("profiles"),
          Set.of("delays"),
          Set.of("promises"),
          Set.of("visits"),
          Set.of("surveys"),
          Set.of("loyalty"),
          Set.of("scorecard"),
          Set.of("servicereviews"),
          Set.of("search"),
          Set.of("health"),
          Set.of("today"),
          Set.of("intake"),
          Set.of("epcis"),
          Set.of("connectors"),
          Set.of("house"),
          Set.of("demo"),
          Set.of("command"));

  private static final JavaClasses CLASSES = Vitrines.classes();

  @TestFactory
  List<DynamicTest> imports_go_down_only() {
    return IntStream.range(0, FLOORS.size() - 1)
        .boxed()
        .flatMap(floor -> FLOORS.get(floor).stream().map(name -> test(name, floor)))
        .toList();
  }

  private static DynamicTest test(String name, int floor) {
    return DynamicTest.dynamicTest(
        name + " imports only what lies below it",
        () ->
            noClasses()
                .that()
                .resideInAPackage(inside(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(notBelow(name, floor))
                .check(CLASSES));
  }

  private static String[] notBelow(String name, int floor) {
    List<String> packages =
        FLOORS.subList(floor, FLOORS.size()).stream()
            .flatMap(Set::stream)
            .filter(other -> !other.equals(name))
            .map(DirectionTest::inside)
            .collect(Collectors.toList());
    boolean besideTheRoot = Set.of("demo", "command").contains(name);
    if (!besideTheRoot) {
      packages.add(Vitrines.ROOT);
    }
    return packages.toArray(String[]::new);
  }

  private static String inside(String name) {
    return Vitrines.ROOT + "." + name + "..";
  }

  @Test
  void every_package_has_its_floor() {
    Set<String> known = FLOORS.stream().flatMap(Set::stream).collect(Collectors.toSet());
    Set<String> found =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !name.equals(Vitrines.ROOT))
            .map(name -> name.substring(Vitrines.ROOT.length() + 1).split("\\.")[0])
            .collect(Collectors.toSet());
    assertThat(known).containsAll(found);
  }

  @Test
  void features_are_free_of_cycles() {
    slices().matching(Vitrines.ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void the_parts_of_the_platform_are_free_of_cycles() {
    slices().matching(Vitrines.ROOT + ".platform.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
