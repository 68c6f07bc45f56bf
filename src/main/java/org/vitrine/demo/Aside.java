package org.vitrine.demo;

import java.time.Instant;
import org.vitrine.production.Report;

/** Something that is said of an order beside its story. */
record Aside(Story story, String id, Instant at, ReportDraft said) {
  Report report() {
    return said.report(id, story.number().value(), at, at);
  }
}
