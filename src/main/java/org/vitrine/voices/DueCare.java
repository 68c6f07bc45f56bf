package org.vitrine.voices;

import java.time.LocalDate;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;

/**
 * A product that was delivered, and is to be asked after.
 *
 * @param product by which it is told from the others of its order
 * @param name what it is called
 */
record DueCare(
    CompanyId company,
    OrderId order,
    OrderNumber number,
    String product,
    int line,
    LocalizedText name,
    LocalDate deliveredOn) {}
