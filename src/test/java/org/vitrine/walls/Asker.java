package org.vitrine.walls;

import java.util.Locale;

/** Who asks. */
enum Asker {
  CUSTOMER,
  DISTRIBUTOR,
  ELSEWHERE,
  NOWHERE,
  OPERATOR,
  ACCOUNT_MANAGER,
  QUALITY_MANAGER,
  ADMINISTRATOR,
  KEY_REPORTS,
  KEY_ORDERS,
  KEY_READ,
  GLASS,
  STATION,
  NOBODY;

  static Asker of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** To these, what is another company's must not even be told from what does not exist. */
  boolean isBlind() {
    return switch (this) {
      case CUSTOMER, DISTRIBUTOR, ELSEWHERE, NOWHERE, GLASS, NOBODY -> true;
      default -> false;
    };
  }

  /** These work for every company. */
  boolean readsEverything() {
    return switch (this) {
      case OPERATOR, ACCOUNT_MANAGER, QUALITY_MANAGER, ADMINISTRATOR, KEY_READ, STATION -> true;
      default -> false;
    };
  }
}
