package org.vitrine.recalls;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a company is told of. */
enum NoticeNews {
  /** For the first time. */
  FIRST,
  /** More of theirs is concerned than they knew. */
  MORE,
  /** Less of theirs is. */
  FEWER,
  /** It says something else than before. */
  CORRECTED,
  /** Nothing of theirs is concerned any more. */
  CLEARED;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static NoticeNews of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst().orElseThrow();
  }

  /** Whether the company is waited for: what was acknowledged before does not cover it. */
  boolean asksForAnAnswer() {
    return this == FIRST || this == MORE || this == CORRECTED;
  }
}
