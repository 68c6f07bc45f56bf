/**
 * Going to see customers: who is due, what is planned, what was noted there and what they say of
 * it. Stands on meetings and what lies below; knows neither search nor today.
 */
package org.vitrine.visits;
