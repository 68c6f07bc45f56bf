/** When orders are likely to be finished: a range that holds as often as it says. */
package org.vitrine.forecasts;
