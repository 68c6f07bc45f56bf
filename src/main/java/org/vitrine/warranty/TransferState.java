package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of the transfer of a piece. */
enum TransferState {
  /** Whoever has its code, or was asked by mail, can take the piece over. */
  OFFERED,
  ACCEPTED,
  /** Its owner thought better of it. */
  WITHDRAWN,
  /** The piece is its former owner's again. */
  UNDONE;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static TransferState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
