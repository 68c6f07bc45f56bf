package org.vitrine.warranty;

import java.util.stream.Stream;
import org.vitrine.platform.Rejection;

/**
 * What a stranger asks: a serial and one thing that whoever has the piece knows.
 *
 * @param password from under the fold of its card
 * @param identity by what whoever bought it can be recognised, if that was recorded
 * @param code that was mailed to its owner
 */
record LookUp(WarrantySerial serial, String password, String identity, String code) {
  private static final int LONGEST = 200;

  LookUp {
    if (serial == null) {
      throw new Rejection.Invalid("serial", "Give the serial, as it stands on the piece");
    }
    require("password", password);
    require("identity", identity);
    require("code", code);
    if (Stream.of(password, identity, code).filter(one -> one != null).count() != 1) {
      throw new Rejection.Invalid(
          "password", "Give one of them: the password, the identity, or the code");
    }
  }

  private static void require(String field, String text) {
    if (text != null && (text.isBlank() || text.length() > LONGEST)) {
      throw new Rejection.Invalid(field, "Must have 1 to %d characters".formatted(LONGEST));
    }
  }

  LookUpTryRepository.LookUpWay way() {
    return code == null ? LookUpTryRepository.LookUpWay.SECRET : LookUpTryRepository.LookUpWay.CODE;
  }

  /** Whichever is given. */
  String secret() {
    return password != null ? password : identity != null ? identity : code;
  }

  /** Never what it holds: a log must not have it. */
  @Override
  public String toString() {
    return "LookUp";
  }
}
