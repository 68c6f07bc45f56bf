package org.vitrine.notices;

import com.fasterxml.jackson.annotation.JsonValue;

/** On which side of the window somebody reads: what is usual differs. */
enum NoticeReaders {
  CUSTOMERS("customers"),
  STAFF("staff");

  private final String code;

  NoticeReaders(String code) {
    this.code = code;
  }

  @JsonValue
  String code() {
    return code;
  }
}
