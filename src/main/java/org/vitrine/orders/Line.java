package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.platform.Rejection;

/**
 * One product in one quantity; it goes its own way through production.
 *
 * @param quantity pieces ordered; absent where the source does not say
 * @param cancelled why it was cancelled; absent where it stands
 * @param promise what is said of its own date as it is sent; absent leaves it as it is. What was
 *     promised stands in the order's history
 * @param workOrders the numbers under which the plant makes it, each once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Line(
    Integer number,
    String product,
    String description,
    Integer quantity,
    String routing,
    List<Requirement> requirements,
    String cancelled,
    GivenPromise promise,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WorkOrderNumber> workOrders) {

  public Line {
    if (number == null || number < 1 || number > 9_999) {
      throw new Rejection.Invalid("number", "A line number must be from 1 to 9999");
    }
    if (quantity != null && (quantity < 1 || quantity > 1_000_000_000)) {
      throw new Rejection.Invalid(
          "quantity", "A quantity must be a whole number of pieces above zero");
    }
    if (routing == null || routing.isBlank()) {
      throw new Rejection.Invalid("routing", "A line needs a routing");
    }
    product = product == null ? "" : product;
    TextLimit.atMost("product", product, 100);
    TextLimit.atMost("description", description, 500);
    TextLimit.atMost("cancelled", cancelled, 500);
    if (cancelled != null && cancelled.isBlank()) {
      throw new Rejection.Invalid("cancelled", "Give the reason why the line was cancelled");
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

  /** One that stands. */
  public Line(
      Integer number,
      String product,
      String description,
      Integer quantity,
      String routing,
      List<Requirement> requirements) {
    this(number, product, description, quantity, routing, requirements, null, null, null);
  }

  /** What is kept with the order. */
  Line withoutPromise() {
    return promise == null
        ? this
        : new Line(
            number,
            product,
            description,
            quantity,
            routing,
            requirements,
            cancelled,
            null,
            workOrders);
  }

  /** The same line; a product or a quantity that it leaves open is the other's. */
  Line completedBy(Line other) {
    return new Line(
        number,
        product.isEmpty() ? other.product() : product,
        description,
        quantity == null ? other.quantity() : quantity,
        routing,
        requirements,
        cancelled,
        null,
        workOrders);
  }
}
