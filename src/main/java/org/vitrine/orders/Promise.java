package org.vitrine.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a customer was told of a date; revisions never erase what was said before. */
public record Promise(Revision first, List<Revision> revisions) {

  /**
   * A word on the date, with the reason that the customer reads.
   *
   * @param date absent where it is to be confirmed
   */
  public record Revision(
      Optional<LocalDate> date, LocalizedText reason, String author, Instant at) {}

  public Promise {
    revisions = List.copyOf(revisions);
  }

  /** The same with one more word. */
  Promise revisedBy(Revision revision) {
    List<Revision> more = new ArrayList<>(revisions);
    more.add(revision);
    return new Promise(first, more);
  }

  /** Why it says what it says now. */
  public Optional<LocalizedText> reason() {
    return Optional.ofNullable(newest().reason());
  }

  /** Absent where it was to be confirmed at first. */
  public Optional<LocalDate> original() {
    return first.date();
  }

  /** Absent while it is to be confirmed. */
  public Optional<LocalDate> current() {
    return newest().date();
  }

  public boolean isToBeConfirmed() {
    return current().isEmpty();
  }

  /** When something was last said of it. */
  public Instant saidAt() {
    return newest().at();
  }

  private Revision newest() {
    return revisions.isEmpty() ? first : revisions.getLast();
  }
}
