package org.vitrine.connectors;

import java.util.List;
import java.util.Optional;

/** Some of the records that were asked for, and how to ask for the next. */
record SourcePage(List<SourceRecord> records, Optional<SourceQuestion> next) {
  SourcePage {
    records = List.copyOf(records);
  }

  static SourcePage last(List<SourceRecord> records) {
    return new SourcePage(records, Optional.empty());
  }
}
