package org.vitrine.promises;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/** Which lines stand behind a number. */
record LinesBehind(String code, boolean forStaff, BiPredicate<KeptLine, DueSpan> holds) {

  /** Throws {@link Rejection.Invalid} where there is no such number. */
  static LinesBehind of(String code) {
    return all()
        .filter(figure -> figure.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "of",
                    "“%s” is not one of: %s"
                        .formatted(
                            Excerpt.of(code),
                            all().map(LinesBehind::code).collect(Collectors.joining(", ")))));
  }

  private static Stream<LinesBehind> all() {
    return Stream.of(
            against("first", DueLine::first),
            against("agreed", DueLine::agreed),
            Arrays.stream(GamedKind.values())
                .map(
                    kind ->
                        new LinesBehind(kind.code(), true, (line, span) -> kind.hits(line) > 0)))
        .flatMap(figures -> figures);
  }

  private static Stream<LinesBehind> against(
      String day, Function<DueLine, Optional<LocalDate>> due) {
    return Stream.of(
        due(day, due, (line, on) -> true),
        due(day + "-kept", due, DueLine::endedBy),
        due(day + "-missed", due, (line, on) -> !line.endedBy(on)),
        due(day + "-in-full", due, (line, on) -> line.isCounted() && line.fullBy(on)),
        due(day + "-not-in-full", due, (line, on) -> line.isCounted() && !line.fullBy(on)));
  }

  private static LinesBehind due(
      String code,
      Function<DueLine, Optional<LocalDate>> due,
      BiPredicate<DueLine, LocalDate> holds) {
    return new LinesBehind(
        code,
        false,
        (line, span) ->
            due.apply(line.due())
                .filter(span::isOver)
                .filter(on -> holds.test(line.due(), on))
                .isPresent());
  }
}
