package org.vitrine.people;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A company as a list has it.
 *
 * @param people how many of its people can come in
 * @param openOrders how many of its orders are neither completed nor cancelled
 */
record ListedCompany(@JsonUnwrapped ShownCompany company, long people, long openOrders) {}
