package org.vitrine.traceability;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.Amount;
import org.vitrine.orders.OrderNumber;

/**
 * A lot or a piece that something reaches. A lot of which something left stands here once for the
 * house and once for each shipment.
 *
 * @param node by which it is the same whatever it is called
 * @param order with which it left, or for which it was made
 * @param company to whom it left
 * @param amount how much of a lot, where that is known
 * @param station where it was worked on last, of what is in house
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Affected(
    long node,
    NodeKind kind,
    String code,
    Optional<OrderNumber> order,
    Optional<Integer> line,
    Optional<CompanyId> company,
    Optional<Amount> amount,
    Location where,
    Optional<String> station) {

  /** Where it is, as far as shipments say. */
  public enum Location {
    @JsonProperty("house")
    HOUSE,
    @JsonProperty("road")
    ROAD,
    @JsonProperty("customer")
    CUSTOMER
  }
}
