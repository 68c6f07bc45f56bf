package org.vitrine.nonconformances;

import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.Amount;
import org.vitrine.orders.OrderNumber;

/**
 * What of one line of an order left for a company and is reached by a nonconformance.
 *
 * @param order absent where nobody knows with which it left
 * @param codes the lots and serials
 * @param amount so much of it: its pieces, or what is known of its lots; absent where nothing is
 */
public record AffectedCompany(
    CompanyId company,
    Optional<OrderNumber> order,
    Optional<Integer> line,
    List<String> codes,
    Optional<Amount> amount) {}
