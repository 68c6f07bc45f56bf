package org.vitrine.tracking;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vitrine.orders.Event;
import org.vitrine.production.NewestReports;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.Report;
import org.vitrine.production.Stage;
import org.vitrine.production.StageProgress;

/**
 * What an audience hears of what the plant said of an order: the same on its page and in its
 * history.
 */
record HeardBy(OrderSummary summary, Audience audience, ShownPart shown) {

  /** The newest of it that stands, in the order in which it happened. */
  NewestReports.Part newest() {
    return summary.snapshot().newest(kinds());
  }

  /** Whether the audience hears of the report that this event keeps. */
  boolean mayHear(Event event) {
    return kinds().contains(summary.snapshot().kindOf(event))
        && (shown.stages().isEmpty() || mayHear(summary.snapshot().reportOf(event)));
  }

  /** Whether the stage that it is about is shown to the audience. */
  boolean mayHear(Report report) {
    return shown.stages().isEmpty()
        || summary.snapshot().stageOf(report).isEmpty()
        || stage(report).filter(shown::shows).isPresent();
  }

  private Optional<StageProgress> stage(Report report) {
    Optional<String> code = summary.snapshot().stageOf(report).map(Stage::code);
    return Optional.ofNullable(summary.lines().get(report.place().line())).stream()
        .flatMap(progress -> progress.stages().stream())
        .filter(stage -> code.equals(Optional.of(stage.stage().code())))
        .findFirst();
  }

  /** The same of the report that this event keeps. */
  boolean seesValue(Event event) {
    return shown.readings().isEmpty() || seesValue(summary.snapshot().reportOf(event));
  }

  /** Whether the audience sees the value of this reading. */
  boolean seesValue(Report report) {
    return audience.sees(GlassField.READINGS)
        && (report.reading() == null
            || shown.readings().isEmpty()
            || shown.showsValue(
                summary.snapshot().stageOf(report).map(Stage::code),
                !Boolean.FALSE.equals(report.reading().passed())));
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
