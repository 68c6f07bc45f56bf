package org.vitrine.orders;

import java.util.Objects;
import java.util.Optional;
import org.vitrine.platform.Rejection;

/** Requirements that an order would let go which were not let go before. */
final class NewWaivers {
  private NewWaivers() {}

  /** Throws {@link Rejection.Invalid} at the line that has one. */
  static void requireNone(Order before, PlaceOrder wanted) {
    for (int at = 0; at < wanted.lines().size(); at++) {
      Line line = wanted.lines().get(at);
      Optional<Line> known = before.line(line.number());
      if (line.requirements().stream().anyMatch(one -> isNew(one, known))) {
        throw new Rejection.Invalid(
            "lines[%d].requirements".formatted(at),
            "Waive requirements on the order's page, with the right to; a second person may have to"
                + " agree");
      }
    }
  }

  private static boolean isNew(Requirement after, Optional<Line> before) {
    LocalizedText known =
        before
            .flatMap(line -> line.requirement(after.code()))
            .map(Requirement::waiver)
            .orElse(null);
    return after.waiver() != null && !Objects.equals(known, after.waiver());
  }
}
