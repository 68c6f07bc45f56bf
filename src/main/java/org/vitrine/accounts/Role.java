package org.vitrine.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person may do. Customers and distributors belong to a company; the others are staff. */
public enum Role {
  @JsonProperty("customer")
  CUSTOMER,
  @JsonProperty("distributor")
  DISTRIBUTOR,
  @JsonProperty("operator")
  OPERATOR,
  @JsonProperty("account-manager")
  ACCOUNT_MANAGER,
  @JsonProperty("quality-manager")
  QUALITY_MANAGER,
  @JsonProperty("administrator")
  ADMINISTRATOR;

  public boolean isStaff() {
    return this != CUSTOMER && this != DISTRIBUTOR;
  }
}
