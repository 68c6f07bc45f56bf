package org.vitrine.companies;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a company buys: for itself, or to sell on. */
public enum CompanyKind {
  @JsonProperty("customer")
  CUSTOMER,
  @JsonProperty("distributor")
  DISTRIBUTOR
}
