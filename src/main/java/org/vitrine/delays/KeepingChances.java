package org.vitrine.delays;

import java.util.Optional;
import org.vitrine.production.OrderSummary;

/** How likely the day that a line is promised for is kept. */
@FunctionalInterface
interface KeepingChances {
  /** As its forecast has it; never certain either way. */
  KeepingChances BY_FORECAST =
      (summary, line) ->
          Optional.ofNullable(summary.due().lines().get(line))
              .filter(due -> due.state().isOpen())
              .flatMap(due -> due.chance());

  /** From 0 to 1; absent where no day is promised, or no forecast is there. */
  Optional<Double> of(OrderSummary summary, int line);
}
