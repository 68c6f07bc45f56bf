package org.vitrine.products;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.AuditedDifference;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Requirement;
import org.vitrine.orders.Unit;
import org.vitrine.platform.json.Json;

/**
 * What is usually ordered of a product; a line of an order takes it over and goes its own way.
 *
 * @param unit in what it is counted; pieces where nothing is said
 * @param version raised by each change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProductTemplate(
    String code,
    LocalizedText name,
    Unit unit,
    String routing,
    List<Requirement> requirements,
    long version) {

  boolean says(SaveProduct wanted) {
    return new SaveProduct(name, unit, routing, requirements).equals(wanted);
  }

  /** In texts, as the trail keeps them. */
  static AuditedDifference difference(
      Optional<ProductTemplate> before, Optional<ProductTemplate> after) {
    return new AuditedDifference()
        .of(
            "name",
            before.map(one -> one.name().toString()),
            after.map(one -> one.name().toString()))
        .of(
            "unit",
            before.map(one -> Unit.name(one.unit())),
            after.map(one -> Unit.name(one.unit())))
        .of("routing", before.map(ProductTemplate::routing), after.map(ProductTemplate::routing))
        .of(
            "requirements",
            before.map(ProductTemplate::demands),
            after.map(ProductTemplate::demands));
  }

  private List<String> demands() {
    return requirements.stream().map(Json::text).toList();
  }
}
