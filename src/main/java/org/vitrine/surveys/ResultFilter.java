package org.vitrine.surveys;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import org.vitrine.companies.Tier;

/**
 * Whose answers somebody looks at.
 *
 * @param tier of their companies when they answered
 * @param from the first day, where the plant is
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ResultFilter(Optional<Tier> tier, Optional<SheetChannel> channel, Optional<LocalDate> from) {
  static final ResultFilter NONE =
      new ResultFilter(Optional.empty(), Optional.empty(), Optional.empty());

  @JsonIgnore
  boolean isNone() {
    return equals(NONE);
  }

  boolean takes(ResultSheet sheet) {
    return (tier.isEmpty() || tier.equals(sheet.tier()))
        && (channel.isEmpty() || channel.get() == sheet.channel())
        && (from.isEmpty() || sheet.day().filter(day -> !day.isBefore(from.get())).isPresent());
  }
}
