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

  /** The newest of it that stands, in the order in which it happened. */
  NewestReports.Part newest() {
    return summary.snapshot().newest(kinds());
  }

  /** Whether the audience hears of the report that this event keeps. */
  boolean mayHear(Event event) {
    return kinds().contains(summary.snapshot().kindOf(event));
  }

  private Set<NewestReports.ReportGroup> kinds() {
    Set<NewestReports.ReportGroup> kinds = EnumSet.noneOf(NewestReports.ReportGroup.class);
    if (audience.sees(GlassField.REPORTS)) {
      kinds.add(NewestReports.ReportGroup.WORK);
      if (audience.seesUnmappedOperations()) {
        kinds.add(NewestReports.ReportGroup.UNMAPPED_WORK);
      }
      if (audience.sees(GlassField.REQUIREMENTS)) {
        kinds.add(NewestReports.ReportGroup.READING);
      }
      if (audience.seesUnmappedOperations() && audience.sees(GlassField.REQUIREMENTS)) {
        kinds.add(NewestReports.ReportGroup.UNMAPPED_READING);
      }
    }
    return kinds;
  }
}
