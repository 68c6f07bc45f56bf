package org.vitrine.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Requirement;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/**
 * What of an order a file means by a characteristic: a requirement of this code, else the one of
 * this name.
 */
record MatchedRequirement(int line, Requirement requirement) {

  /** Throws {@link Rejection.Invalid} with what can be done where there is none, or several. */
  static MatchedRequirement of(ReadingRow row, List<Line> lines) {
    List<Line> meant =
        lines.stream()
            .filter(line -> row.lineNumber() == null || row.lineNumber() == line.number())
            .toList();
    if (meant.isEmpty()) {
      throw new Rejection.Invalid("line", "The order has no line " + row.lineNumber());
    }
    List<MatchedRequirement> found = matching(row.requirement(), meant);
    if (found.isEmpty()) {
      throw new Rejection.Invalid("requirement", unknown(row, meant));
    }
    if (found.size() > 1) {
      throw new Rejection.Invalid("line", "Several lines of the order demand this: give the line");
    }
    return found.getFirst();
  }

  private static List<MatchedRequirement> matching(String written, List<Line> lines) {
    String key = OrderNumber.key(written);
    List<MatchedRequirement> byCode =
        lines.stream()
            .flatMap(
                line ->
                    line.requirements().stream()
                        .filter(one -> OrderNumber.key(one.code()).equals(key))
                        .map(one -> of(line, one)))
            .toList();
    return byCode.isEmpty()
        ? lines.stream()
            .flatMap(
                line ->
                    line.requirements().stream()
                        .filter(one -> isCalled(one, key))
                        .map(one -> of(line, one)))
            .toList()
        : byCode;
  }

  String code() {
    return requirement.code();
  }

  private static MatchedRequirement of(Line line, Requirement requirement) {
    return new MatchedRequirement(line.number(), requirement);
  }

  private static boolean isCalled(Requirement requirement, String key) {
    return requirement.name().byLanguage().values().stream()
        .anyMatch(name -> OrderNumber.key(name).equals(key));
  }

  private static String unknown(ReadingRow row, List<Line> lines) {
    String known =
        lines.stream()
            .flatMap(line -> line.requirements().stream())
            .map(Requirement::code)
            .distinct()
            .limit(20)
            .collect(Collectors.joining(", "));
    return "“%s” is nothing that order %s demands%s. Say in a column mapping which it is, or add it to the order"
        .formatted(
            Excerpt.of(row.requirement()),
            row.order(),
            known.isEmpty() ? ": it demands nothing" : "; it demands: " + known);
  }

  /**
   * A value in the unit of the requirement; throws {@link Rejection.Invalid} where it is in another
   * that cannot be told from it.
   */
  Optional<BigDecimal> value(ReadingRow row) {
    String demanded = requirement.unit();
    if (row.unit() == null || demanded == null) {
      return row.number();
    }
    return row.number()
        .map(
            number ->
                MeasuringUnit.converted(number, row.unit(), demanded)
                    .orElseThrow(
                        () ->
                            new Rejection.Invalid(
                                "unit",
                                "is “%s”, but this is demanded in “%s”: say the value in that, or map the unit"
                                    .formatted(Excerpt.of(row.unit()), demanded))));
  }
}
