package org.vitrine.demo;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.vitrine.production.Report.Origin;
import org.vitrine.production.Source;

/** Who works where, and whether a person or a machine reports it. */
final class Crew {
  private static final List<String> OPERATORS =
      List.of(
          "Zhang Wei",
          "Li Na",
          "Wang Fang",
          "Liu Yang",
          "Chen Jie",
          "Zhao Min",
          "Huang Lei",
          "Zhou Ting",
          "Wu Qiang",
          "Xu Jing",
          "Sun Li",
          "He Jun");
  private static final Set<String> AT_A_DESK = Set.of("accepted", "on-the-way");
  private static final Set<String> BY_MACHINE =
      Set.of(
          "Fin press",
          "Coil leak test",
          "Vacuum and charge",
          "Leak test",
          "Performance test",
          "Powder coat",
          "Enamel firing",
          "Tank pressure test");

  private Crew() {}

  /** Whoever does this operation of a stage that stands at this position in the hall. */
  static Origin at(String stage, int position, String operation, RandomGenerator random) {
    String operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
    int bench = 1 + random.nextInt(3);
    if (AT_A_DESK.contains(stage)) {
      return new Origin(Source.MANUAL, operator, null);
    }
    return BY_MACHINE.contains(operation)
        ? new Origin(Source.MACHINE, "M%d%d".formatted(position + 1, bench), "MB-" + bench)
        : new Origin(Source.SCAN, operator, "ST-%02d".formatted(3 * position + bench));
  }
}
