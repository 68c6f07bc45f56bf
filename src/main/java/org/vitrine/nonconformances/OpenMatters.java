package org.vitrine.nonconformances;

import java.util.List;
import java.util.Optional;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/** What a nonconformance waits for, asked of whoever knows before it is closed. */
@FunctionalInterface
public interface OpenMatters {

  /** What is left of it, in the transaction in which it is closed. */
  List<OpenMatter> of(Queries queries, NonconformanceNumber number);

  /**
   * Something that is not done yet.
   *
   * @param what by its code: {@code held}, {@code actions}
   * @param count how many of it are left
   * @param instead what has to be done about each, where no one reason answers for all of them
   */
  record OpenMatter(String what, long count, Optional<String> instead) {
    public OpenMatter(String what, long count) {
      this(what, count, Optional.empty());
    }

    public OpenMatter {
      if (count < 1) {
        throw new IllegalArgumentException("Nothing is left of " + what);
      }
    }
  }

  /** What is left, and why it is left so. */
  record LeftMatter(String what, long count, String reason) {}

  /**
   * How somebody closes one.
   *
   * @param left why each thing that is not done is left
   */
  record CloseNonconformance(String text, List<LeftReason> left) {

    /** Why something is left; their name stands beside it. */
    record LeftReason(String what, String reason) {}

    List<LeftMatter> reasonsFor(List<OpenMatter> open) {
      return open.stream()
          .map(one -> new LeftMatter(one.what(), one.count(), reason(one)))
          .toList();
    }

    private String reason(OpenMatter matter) {
      matter
          .instead()
          .ifPresent(
              instead -> {
                throw new Rejection.Invalid(
                    "left",
                    "Not all is done: “%s” (%d) is left. %s"
                        .formatted(matter.what(), matter.count(), instead));
              });
      return (left == null ? List.<LeftReason>of() : left)
          .stream()
              .filter(one -> one != null && matter.what().equals(one.what()))
              .findFirst()
              .map(one -> NonconformanceText.reason(one.reason(), "Say why it is left"))
              .orElseThrow(
                  () ->
                      new Rejection.Invalid(
                          "left",
                          "Not all is done: say in left why “%s” (%d) is left"
                              .formatted(matter.what(), matter.count())));
    }
  }
}
