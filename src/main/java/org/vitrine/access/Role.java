package org.vitrine.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

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

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  public boolean may(Permission permission) {
    return Rights.include(this, permission);
  }

  public boolean isStaff() {
    return this != CUSTOMER && this != DISTRIBUTOR;
  }
}
