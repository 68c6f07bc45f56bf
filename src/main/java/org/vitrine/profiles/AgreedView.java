package org.vitrine.profiles;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.platform.Rejection;

/**
 * What a company sees of its orders while they are made.
 *
 * @param stages keys of those that are shown; absent for all
 * @param readings keys of the stages of which measured values are shown; absent for all
 * @param charts whether every single value is shown, as a chart; not where nothing is said
 */
public record AgreedView(
    Optional<List<String>> stages, Optional<List<String>> readings, Optional<Boolean> charts) {
  public static final AgreedView ALL =
      new AgreedView(Optional.empty(), Optional.empty(), Optional.empty());
  private static final int MOST = 200;
  private static final int LONGEST = 80;

  public AgreedView {
    stages = checked("stages", stages);
    readings = checked("readings", readings);
    charts = charts == null ? Optional.empty() : charts.filter(Boolean::booleanValue);
  }

  private static Optional<List<String>> checked(String field, Optional<List<String>> keys) {
    if (keys == null || keys.isEmpty()) {
      return Optional.empty();
    }
    List<String> distinct = keys.get().stream().distinct().sorted().toList();
    if (distinct.size() > MOST) {
      throw new Rejection.Invalid(field, "At most %d stages".formatted(MOST));
    }
    for (String key : distinct) {
      if (key.isBlank() || key.length() > LONGEST) {
        throw new Rejection.Invalid(
            field, "The key of a stage has 1 to %d characters".formatted(LONGEST));
      }
    }
    return Optional.of(distinct);
  }

  /** Of all stages that it names. */
  Stream<String> keys() {
    return Stream.of(stages, readings).flatMap(Optional::stream).flatMap(List::stream);
  }
}
