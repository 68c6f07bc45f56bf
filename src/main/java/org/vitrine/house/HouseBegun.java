package org.vitrine.house;

import java.util.Optional;

/**
 * What there is of a house apart from an example: derived, never kept.
 *
 * @param hours whether the plant has working hours
 * @param company the code of the newest
 * @param routing the code of one
 * @param order the number of the newest
 * @param reported whether the plant ever reported
 * @param customer whether a customer was ever invited
 */
record HouseBegun(
    boolean hours,
    Optional<String> company,
    Optional<String> routing,
    Optional<String> order,
    boolean reported,
    boolean customer) {}
