package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.platform.Rejection;

/**
 * One product in one quantity; it goes its own way through production.
 *
 * @param quantity how much was ordered; absent where the source does not say
 * @param unit in what that is counted; pieces where nothing is said
 * @param cancelled why it was cancelled; absent where it stands
 * @param closedShort why it was finished with fewer than were ordered; absent where it was not
 * @param promise what is said of its own date as it is sent; absent leaves it as it is. What was
 *     promised stands in the order's history
 * @param workOrders the numbers under which the plant makes it, each once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Line(
    Integer number,
    LocalizedText product,
    LocalizedText description,
    Amount quantity,
    Unit unit,
    String routing,
    List<Requirement> requirements,
    LocalizedText cancelled,
    LocalizedText closedShort,
    GivenPromise promise,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WorkOrderNumber> workOrders) {

  public Line {
    if (number == null || number < 1 || number > 9_999) {
      throw new Rejection.Invalid("number", "A line number must be from 1 to 9999");
    }
    if (quantity != null && !quantity.isPositive()) {
      throw new Rejection.Invalid(
          "quantity", Amount.quoted(quantity.asWritten()) + " is not a quantity above zero");
    }
    Unit.requireFits(unit, "quantity", quantity);
    if (routing == null || routing.isBlank()) {
      throw new Rejection.Invalid("routing", "A line needs a routing");
    }
    product = product == null ? LocalizedText.of("") : product;
    LocalizedText.requireAtMost("product", product, 100);
    LocalizedText.requireAtMost("description", description, 500);
    LocalizedText.requireAtMost("cancelled", cancelled, 500);
    if (cancelled != null && cancelled.isBlank()) {
      throw new Rejection.Invalid("cancelled", "Give the reason why the line was cancelled");
    }
    LocalizedText.requireAtMost("closedShort", closedShort, 500);
    if (closedShort != null && closedShort.isBlank()) {
      throw new Rejection.Invalid("closedShort", "Give the reason why there are fewer");
    }
    if (closedShort != null && cancelled != null) {
      throw new Rejection.Invalid(
          "closedShort", "A line is either cancelled or finished with fewer than were ordered");
    }
    requirements = requirements == null ? List.of() : List.copyOf(requirements);
    workOrders = workOrders == null ? List.of() : workOrders.stream().distinct().toList();
    Set<String> codes = new HashSet<>();
    for (Requirement requirement : requirements) {
      if (!codes.add(requirement.code())) {
        throw new Rejection.Invalid(
            "requirements", "The requirement “" + requirement.code() + "” appears twice");
      }
    }
  }

  /** One that stands, counted in pieces, its texts in one language. */
  public Line(
      Integer number,
      String product,
      String description,
      Integer quantity,
      String routing,
      List<Requirement> requirements) {
    this(
        number,
        LocalizedText.of(product),
        LocalizedText.of(description),
        quantity == null ? null : Amount.of(quantity),
        null,
        routing,
        requirements,
        null,
        null,
        null);
  }

  /** One that was not closed short. */
  public Line(
      Integer number,
      LocalizedText product,
      LocalizedText description,
      Amount quantity,
      Unit unit,
      String routing,
      List<Requirement> requirements,
      LocalizedText cancelled,
      GivenPromise promise,
      List<WorkOrderNumber> workOrders) {
    this(
        number,
        product,
        description,
        quantity,
        unit,
        routing,
        requirements,
        cancelled,
        null,
        promise,
        workOrders);
  }

  /** What is kept with the order. */
  Line withoutPromise() {
    return promise == null ? this : promised(null);
  }

  /** The same, of whose own date this is said; nothing where absent. */
  Line promised(GivenPromise said) {
    return with(requirements, cancelled, closedShort, said);
  }

  /** The same, cancelled for this reason; one that stands where absent. */
  Line cancelledFor(LocalizedText reason) {
    return with(requirements, reason, closedShort, promise);
  }

  /** The same, finished with fewer than were ordered for this reason; made on where absent. */
  Line closedShortFor(LocalizedText reason) {
    return with(requirements, cancelled, reason, promise);
  }

  /** The same, of which this requirement is waived for a reason; it counts where absent. */
  Line waiving(String code, LocalizedText reason) {
    List<Requirement> waived =
        requirements.stream()
            .map(one -> one.code().equals(code) ? one.waivedFor(reason) : one)
            .toList();
    return with(waived, cancelled, closedShort, promise);
  }

  /** The same, all that it demands counting. */
  Line withoutWaivers() {
    return with(
        requirements.stream().map(Requirement::unwaived).toList(), cancelled, closedShort, promise);
  }

  private Line with(
      List<Requirement> demanded, LocalizedText off, LocalizedText fewer, GivenPromise said) {
    return new Line(
        number,
        product,
        description,
        quantity,
        unit,
        routing,
        demanded,
        off,
        fewer,
        said,
        workOrders);
  }

  Optional<Requirement> requirement(String code) {
    return requirements.stream().filter(one -> one.code().equals(code)).findFirst();
  }

  /**
   * The same line; a product or a quantity that it leaves open is the other's, a quantity only
   * where it is in no other unit.
   */
  Line completedBy(Line other) {
    boolean open =
        quantity == null
            && (unit == null || other.unit() == null || Unit.isSame(unit, other.unit()));
    return new Line(
        number,
        product.isEmpty() ? other.product() : product,
        description,
        open ? other.quantity() : quantity,
        open && unit == null ? other.unit() : unit,
        routing,
        requirements,
        cancelled,
        closedShort,
        null,
        workOrders);
  }

  /** The same line, its unit as it was first written where it is no other. */
  Line inUnitOf(Line before) {
    return before == null || Objects.equals(unit, before.unit) || !Unit.isSame(unit, before.unit)
        ? this
        : new Line(
            number,
            product,
            description,
            quantity,
            before.unit,
            routing,
            requirements,
            cancelled,
            closedShort,
            promise,
            workOrders);
  }
}
