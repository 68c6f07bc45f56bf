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
   * @param cause absent where no date moved, and in what was said before there were causes
   * @param askedBy who of the customer asked for it
   * @param offer which offer the customer accepted by it; absent where the house said so by itself
   */
  public record Revision(
      Optional<LocalDate> date,
      LocalizedText reason,
      String author,
      Instant at,
      Optional<PromiseCause> cause,
      Optional<PromiseSide> side,
      Optional<String> askedBy,
      Optional<String> offer) {

    /** {@code agreed} where the customer accepted an offer, else {@code said}. */
    public String origin() {
      return offer.isPresent() ? "agreed" : "said";
    }
  }

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

  /** The last word on it. */
  public Revision newest() {
    return revisions.isEmpty() ? first : revisions.getLast();
  }
}
