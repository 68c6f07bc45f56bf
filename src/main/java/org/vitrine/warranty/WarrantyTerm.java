package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * What is promised of a product when a piece of it is registered; {@link #OTHERS} stands for all
 * that have no terms of their own.
 */
record WarrantyTerm(
    String product, @JsonUnwrapped CoverPromise promise, String savedBy, Instant savedAt) {
  static final String OTHERS = "*";
}
