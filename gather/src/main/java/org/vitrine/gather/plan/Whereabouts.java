package org.vitrine.gather.plan;

import java.util.Objects;
import java.util.stream.Stream;

/** What a report is about; each may be absent. */
public record Whereabouts(
    Word order, Word workOrder, Word line, Word stage, Word operation, Word unit, Word station) {

  /** Every word of it that some tag says. */
  public Stream<String> tags() {
    return Stream.of(order, workOrder, line, stage, operation, unit, station)
        .filter(Objects::nonNull)
        .filter(Word.OfTag.class::isInstance)
        .map(word -> ((Word.OfTag) word).tag());
  }
}
