package org.vitrine.evidence;

import java.util.Locale;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/** In which sizes it is kept; a small one there is of photos only. */
enum EvidenceSize {
  FULL,
  SMALL;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static EvidenceSize of(String code) {
    return switch (code) {
      case "full" -> FULL;
      case "small" -> SMALL;
      default ->
          throw new Rejection.Invalid(
              "size", "“%s” is not full or small".formatted(Excerpt.of(code)));
    };
  }
}
