package org.vitrine.profiles;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Who of the house comes by regularly. */
public enum VisitingRole {
  ACCOUNT_MANAGER("account-manager"),
  DEPARTMENT_HEAD("department-head");

  /** Where nothing was agreed: monthly, and twice a year. */
  public static final Map<VisitingRole, AgreedCadence> USUAL =
      Map.of(
          ACCOUNT_MANAGER, new AgreedCadence(30, 45),
          DEPARTMENT_HEAD, new AgreedCadence(182, 210));

  private final String code;

  VisitingRole(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  public static Optional<VisitingRole> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
