/**
 * Makes reports, conditions and signals of values, by the plan. The same values always lead to the
 * same messages with the same ids. Where something is not known, it says so and counts nothing.
 */
package org.vitrine.gather.mapping;
