package org.vitrine.orders;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.vitrine.platform.Rejection;

/**
 * An order as an ERP sends it: the whole of it each time. What is absent is taken away, but the
 * promise, which is only ever revised.
 *
 * @param company the company's code
 * @param moveReported true where a line may go to another routing though the plant has reported of
 *     it
 */
public record PlaceOrder(
    String company,
    String customerReference,
    LocalDate placedOn,
    GivenPromise promise,
    List<Line> lines,
    LocalizedText cancelled,
    Boolean moveReported) {

  private static final List<WorkOrderNumber> NONE = List.of();

  /**
   * A date, or that it is to be confirmed; another word than before needs a reason, since the
   * customer would see it move and not know why.
   *
   * @param toBeConfirmed true where there is no date
   * @param cause with {@code side} and {@code askedBy} what {@link PromiseGround} holds
   */
  public record GivenPromise(
      LocalDate date,
      Boolean toBeConfirmed,
      LocalizedText reason,
      PromiseCause cause,
      PromiseSide side,
      String askedBy) {
    public GivenPromise {
      requireOneOf(date, toBeConfirmed);
      LocalizedText.requireAtMost("reason", reason, 500);
      toBeConfirmed = date == null ? Boolean.TRUE : null;
      PromiseGround ground = new PromiseGround(cause, side, askedBy);
      side = ground.side();
      askedBy = ground.askedBy();
    }

    public GivenPromise(LocalDate date, Boolean toBeConfirmed, LocalizedText reason) {
      this(date, toBeConfirmed, reason, null, null, null);
    }

    public GivenPromise(LocalDate date, LocalizedText reason) {
      this(date, null, reason);
    }

    public static GivenPromise toBeConfirmed(LocalizedText reason) {
      return new GivenPromise(null, true, reason);
    }

    static void requireOneOf(LocalDate date, Boolean toBeConfirmed) {
      boolean open = Boolean.TRUE.equals(toBeConfirmed);
      if (date == null && !open) {
        throw new Rejection.Invalid("date", "A promise needs a date, or toBeConfirmed: true");
      }
      if (date != null && open) {
        throw new Rejection.Invalid(
            "toBeConfirmed", "A promise for %s is not to be confirmed".formatted(date));
      }
    }

    PromiseGround ground() {
      return new PromiseGround(cause, side, askedBy);
    }

    boolean isWithoutReason() {
      return reason == null || reason.isBlank();
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
    LocalizedText.requireAtMost("cancelled", cancelled, 500);
    LocalizedText.requireLanguages("cancelled", cancelled);
    if (promise != null) {
      LocalizedText.requireLanguages("promise.reason", promise.reason());
    }
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
    requireWorkOrdersOnce(lines);
  }

  /** A number leads to one line; what is cancelled leaves its own to others. */
  private static void requireWorkOrdersOnce(List<Line> lines) {
    Map<WorkOrderNumber, Integer> lineOf = new HashMap<>();
    for (int at = 0; at < lines.size(); at++) {
      Line line = lines.get(at);
      for (WorkOrderNumber number : line.cancelled() == null ? line.workOrders() : NONE) {
        Integer other = lineOf.putIfAbsent(number, line.number());
        if (other != null) {
          throw new Rejection.Invalid(
              "lines[%d].workOrders".formatted(at),
              "“%s” is a work order of line %d of this order".formatted(number, other));
        }
      }
    }
  }

  public PlaceOrder(
      String company,
      String customerReference,
      LocalDate placedOn,
      GivenPromise promise,
      List<Line> lines,
      LocalizedText cancelled) {
    this(company, customerReference, placedOn, promise, lines, cancelled, null);
  }

  /** The same, of which lines may go to other routings whatever the plant has reported of them. */
  public PlaceOrder movingReported() {
    return new PlaceOrder(company, customerReference, placedOn, promise, lines, cancelled, true);
  }

  /** The same, of whose date this is said; nothing where absent. */
  PlaceOrder promising(GivenPromise said) {
    return with(said, lines, cancelled);
  }

  /** The same, cancelled for this reason; one that stands where absent. */
  PlaceOrder cancelledFor(LocalizedText reason) {
    return with(promise, lines, reason);
  }

  /** The same with one line otherwise. */
  PlaceOrder withLine(int number, UnaryOperator<Line> change) {
    return with(
        promise,
        lines.stream().map(one -> one.number() == number ? change.apply(one) : one).toList(),
        cancelled);
  }

  private PlaceOrder with(GivenPromise said, List<Line> written, LocalizedText reason) {
    return new PlaceOrder(
        company, customerReference, placedOn, said, written, reason, moveReported);
  }

  Optional<Line> line(int number) {
    return lines.stream().filter(line -> line.number() == number).findFirst();
  }

  boolean movesReported() {
    return Boolean.TRUE.equals(moveReported);
  }

  /** The same, the units of lines as they were first written. */
  PlaceOrder inUnitsOf(Order before) {
    Map<Integer, Line> known =
        before.lines().stream().collect(Collectors.toMap(Line::number, line -> line));
    List<Line> written =
        lines.stream().map(line -> line.inUnitOf(known.get(line.number()))).toList();
    return with(promise, written, cancelled);
  }

  /** Throws {@link Rejection.Invalid} naming the date that is none. */
  void requireRealDates(LocalDate today) {
    RealDates.require("placedOn", placedOn, today);
    if (promise != null) {
      RealDates.require("promise.date", promise.date(), today);
    }
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).promise() != null) {
        String field = "lines[%d].promise.date".formatted(at);
        RealDates.require(field, lines.get(at).promise().date(), today);
      }
    }
  }

  /** The routings that its lines are made by. */
  Set<String> routings() {
    return lines.stream().map(Line::routing).collect(Collectors.toSet());
  }
}
