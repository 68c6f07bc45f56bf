package org.vitrine.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A date given to a customer; revisions never erase what was said before. */
public record Promise(LocalDate original, List<Revision> revisions) {

  /** A later word on the date, with the reason that the customer reads. */
  public record Revision(LocalDate date, String reason, String author, Instant at) {}

  public Promise {
    revisions = List.copyOf(revisions);
  }

  /** Why the date is what it is now; absent for the first word on it. */
  public Optional<String> reason() {
    return revisions.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(revisions.getLast().reason());
  }

  public LocalDate current() {
    return revisions.isEmpty() ? original : revisions.getLast().date();
  }
}
