package org.vitrine.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaModifier;
import org.junit.jupiter.api.Test;

/** Work waits on virtual threads, of which there are many, and holds none of the few below them. */
class WaitingTest {

  /** Before JDK 24 a virtual thread that waits inside a monitor pins the thread that carries it. */
  @Test
  void nobody_waits_inside_a_monitor() {
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage(Vitrines.ROOT)
        .should()
        .haveModifier(JavaModifier.SYNCHRONIZED)
        .check(Vitrines.classes());
  }
}
