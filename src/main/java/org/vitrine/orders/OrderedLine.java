package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How a product was ordered: what a line with it took that another one may take as well.
 *
 * @param order the number of the order
 * @param unit in what it was counted; pieces where nothing is said
 * @param requirements as they were demanded, whatever was let go later
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderedLine(
    OrderNumber order,
    int line,
    LocalizedText product,
    Unit unit,
    String routing,
    List<Requirement> requirements) {

  static OrderedLine of(OrderNumber order, Line line) {
    return new OrderedLine(
        order,
        line.number(),
        line.product(),
        line.unit(),
        line.routing(),
        line.requirements().stream().map(Requirement::unwaived).toList());
  }
}
