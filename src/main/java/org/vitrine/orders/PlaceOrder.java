package org.vitrine.orders;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.platform.Rejection;

/**
 * An order as an ERP sends it: the whole of it each time. What is absent is taken away, but the
 * promise, which is only ever revised.
 *
 * @param company the company's code
 */
public record PlaceOrder(
    String company,
    String customerReference,
    LocalDate placedOn,
    GivenPromise promise,
    List<Line> lines,
    String cancelled) {

  /**
   * A date; another one than before needs a reason, since the customer would see it move and not
   * know why.
   */
  public record GivenPromise(LocalDate date, String reason) {
    public GivenPromise {
      if (date == null) {
        throw new Rejection.Invalid("date", "A promise needs a date");
      }
      TextLimit.atMost("reason", reason, 500);
    }
  }

  public PlaceOrder {
    if (company == null || company.isBlank()) {
      throw new Rejection.Invalid(
          "company", "An order needs the code of the company that placed it");
    }
    if (lines == null || lines.isEmpty() || lines.size() > 500) {
      throw new Rejection.Invalid("lines", "An order must have 1 to 500 lines");
    }
    TextLimit.atMost("customerReference", customerReference, 100);
    TextLimit.atMost("cancelled", cancelled, 500);
    if (cancelled != null && cancelled.isBlank()) {
      throw new Rejection.Invalid("cancelled", "Give the reason why the order was cancelled");
    }
    TextLimit.atMost("company", company, 40);
    lines = List.copyOf(lines);
    OrderLimits.require(lines);
    Set<Integer> numbers = new HashSet<>();
    for (Line line : lines) {
      if (!numbers.add(line.number())) {
        throw new Rejection.Invalid("lines", "Line " + line.number() + " appears twice");
      }
    }
  }

  /** The same, the units of lines as they were first written. */
  PlaceOrder inUnitsOf(Order before) {
    Map<Integer, Line> known =
        before.lines().stream().collect(Collectors.toMap(Line::number, line -> line));
    List<Line> written =
        lines.stream().map(line -> line.inUnitOf(known.get(line.number()))).toList();
    return new PlaceOrder(company, customerReference, placedOn, promise, written, cancelled);
  }

  /** Throws {@link Rejection.Invalid} naming the date that is none. */
  void requireRealDates(LocalDate today) {
    RealDates.require("placedOn", placedOn, today);
    if (promise != null) {
      RealDates.require("promise.date", promise.date(), today);
    }
  }

  /** The routings that its lines are made by. */
  Set<String> routings() {
    return lines.stream().map(Line::routing).collect(Collectors.toSet());
  }
}
