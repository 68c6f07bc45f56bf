package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.vitrine.platform.Rejection;
import org.vitrine.voices.VoiceKind;

/** What the owner of a piece asks for. */
enum ClaimAbout {
  /** Something is wrong with it. */
  FAULT(VoiceKind.COMPLAINT),
  /** The check that was offered before its cover ends. */
  COURTESY_CHECK(VoiceKind.WISH);

  private final VoiceKind kind;

  ClaimAbout(VoiceKind kind) {
    this.kind = kind;
  }

  /** What its message is. */
  VoiceKind kind() {
    return kind;
  }

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static ClaimAbout read(String code) {
    return Arrays.stream(values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Rejection.Invalid("", "Must be fault or courtesy-check"));
  }
}
