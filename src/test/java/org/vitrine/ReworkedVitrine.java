package org.vitrine;

import java.time.Clock;
import java.util.function.UnaryOperator;

/** Opens a Vitrine that asks its database in other words, which only tests may. */
public final class ReworkedVitrine {
  private ReworkedVitrine() {}

  public static Vitrine open(Settings settings, Clock clock, UnaryOperator<String> wording) {
    return Vitrine.open(settings, clock, wording);
  }
}
