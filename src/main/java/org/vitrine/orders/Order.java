package org.vitrine.orders;

import java.time.LocalDate;
import java.util.List;
import org.vitrine.accounts.CompanyId;

/**
 * What was bought.
 *
 * @param customerReference the customer's own purchase order number; absent where unknown
 * @param cancelled why it was cancelled; absent where it stands
 * @param version dense per order: raised by one with each event
 */
public record Order(
    OrderId id,
    CompanyId company,
    OrderNumber number,
    String customerReference,
    LocalDate placedOn,
    LocalDate promisedOn,
    String cancelled,
    long version,
    List<Line> lines) {}
