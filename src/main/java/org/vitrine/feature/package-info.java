/**
 * What a feature is to the house: one value. A feature makes its own, {@code Vitrine} lists them,
 * and nothing else has to know that it is there. May import live and what lies below.
 */
package org.vitrine.feature;
