package org.vitrine.delays;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.orders.Promise;
import org.vitrine.orders.Promise.Revision;
import org.vitrine.orders.Promises;

/**
 * The day from which it is counted how far silence may carry a line: the last one that the customer
 * agreed to, or else the first that was promised. What the house said by itself since does not move
 * it.
 */
final class AgreedDay {
  private AgreedDay() {}

  static Optional<LocalDate> of(Promises promises, int line) {
    List<Revision> said =
        Stream.of(promises.ofOrder(), Optional.ofNullable(promises.ofLines().get(line)))
            .flatMap(Optional::stream)
            .flatMap(AgreedDay::words)
            .filter(word -> word.date().isPresent())
            .sorted(Comparator.comparing(Revision::at))
            .toList();
    return said.stream()
        .filter(word -> word.offer().isPresent())
        .reduce((before, newer) -> newer)
        .or(() -> said.stream().findFirst())
        .flatMap(Revision::date);
  }

  private static Stream<Revision> words(Promise promise) {
    return Stream.concat(Stream.of(promise.first()), promise.revisions().stream());
  }
}
