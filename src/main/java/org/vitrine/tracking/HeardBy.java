package org.vitrine.tracking;

import java.util.EnumSet;
import java.util.Set;
import org.vitrine.orders.Event;
import org.vitrine.production.NewestReports;
import org.vitrine.production.OrderSummary;

/**
 * What an audience hears of what the plant said of an order: the same on its page and in its
 * history.
 */
record HeardBy(OrderSummary summary, Audience audience) {

  /** The newest of it, in the order in which it happened. */
  NewestReports.Part newest() {
    return summary.snapshot().newest().of(kinds());
  }

  /** Whether the audience hears of the report that this event keeps. */
  boolean mayHear(Event event) {
    return kinds().contains(summary.snapshot().kindOf(event));
  }

  private Set<NewestReports.Kind> kinds() {
    Set<NewestReports.Kind> kinds = EnumSet.noneOf(NewestReports.Kind.class);
    if (audience.sees(GlassField.REPORTS)) {
      kinds.add(NewestReports.Kind.WORK);
      if (audience.seesUnmappedOperations()) {
        kinds.add(NewestReports.Kind.UNMAPPED_WORK);
      }
      if (audience.sees(GlassField.REQUIREMENTS)) {
        kinds.add(NewestReports.Kind.READING);
      }
      if (audience.seesUnmappedOperations() && audience.sees(GlassField.REQUIREMENTS)) {
        kinds.add(NewestReports.Kind.UNMAPPED_READING);
      }
    }
    return kinds;
  }
}
