package org.vitrine.promises;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was said of the day of one line, in its order: of the order until something is said of the
 * line itself.
 */
record DueWords(List<DueWord> words) {
  static DueWords on(int line, Collection<DueWord> words) {
    List<DueWord> sorted =
        words.stream().sorted(Comparator.comparingLong(DueWord::version)).toList();
    long begins =
        sorted.stream()
            .filter(word -> word.line().filter(one -> one == line).isPresent())
            .mapToLong(DueWord::version)
            .findFirst()
            .orElse(Long.MAX_VALUE);
    return new DueWords(
        sorted.stream()
            .filter(
                word ->
                    word.line().isPresent() ? word.line().get() == line : word.version() < begins)
            .toList());
  }

  /** The first word that named a day. */
  Optional<DueWord> first() {
    return words.stream().filter(word -> word.promised().isPresent()).findFirst();
  }

  /**
   * The last day that was named in time and that the customer knew of in time: before the day
   * passed that held until then. A day that is withdrawn holds until another is agreed; only a
   * customer who agrees to an open day, and does not take that back, lets go of it, and then the
   * next has to be known before it passes itself. The first day needs no telling: it takes nothing
   * away from anybody.
   */
  Optional<LocalDate> agreed() {
    Optional<LocalDate> agreed = Optional.empty();
    boolean named = false;
    for (DueWord word : words) {
      if (agreed.filter(day -> word.said().isAfter(day)).isPresent()) {
        break;
      }
      Optional<LocalDate> until = agreed.or(named ? word::promised : Optional::empty);
      if (word.isOpenByConsent()) {
        agreed = Optional.empty();
      } else if (word.promised().isPresent()
          && until.filter(day -> !word.isKnownBy(day)).isEmpty()) {
        agreed = word.promised();
        named = true;
      }
    }
    return agreed;
  }

  /**
   * A word that moved a day or withdrew it.
   *
   * @param from the day that had been named last
   */
  record MovedDay(LocalDate from, DueWord to) {
    /** On the day itself, or later. */
    boolean isLate() {
      return !to.said().isBefore(from);
    }

    boolean isAfter() {
      return to.said().isAfter(from);
    }

    boolean isWithdrawn() {
      return to.promised().isEmpty();
    }

    boolean isUnknown() {
      return !to.isKnownBy(from);
    }
  }

  List<MovedDay> moves() {
    List<MovedDay> moves = new ArrayList<>();
    Optional<LocalDate> before = Optional.empty();
    for (DueWord word : words) {
      if (before.isPresent() && !before.equals(word.promised())) {
        moves.add(new MovedDay(before.get(), word));
      }
      before = word.promised();
    }
    return List.copyOf(moves);
  }
}
