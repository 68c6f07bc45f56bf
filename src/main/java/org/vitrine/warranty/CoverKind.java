package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/** What an entry of the ledger of cover says. */
public enum CoverKind {
  /** What was promised when the piece was sold; of several the last one counts. */
  BASE,
  /** Longer, because somebody agreed to it. */
  EXTENSION,
  /** A part was repaired or replaced and is covered by itself, the rest as before. */
  PART,
  /** The piece stands in for another one, and is covered at least so long. */
  REPLACEMENT,
  /** Longer, though nothing says that it has to be; the only one that counts after the end. */
  GOODWILL,
  /** Longer once, because repair was chosen where EU law applies. */
  LAW,
  /** Nothing is covered any more, for a reason. */
  VOIDED;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static CoverKind read(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "",
                    "“%s” is none of: %s"
                        .formatted(
                            Excerpt.of(String.valueOf(code)),
                            Arrays.stream(values())
                                .map(CoverKind::code)
                                .collect(Collectors.joining(", ")))));
  }
}
