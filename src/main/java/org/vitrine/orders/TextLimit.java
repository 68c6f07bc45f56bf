package org.vitrine.orders;

import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;

/** The limits of what people may write. */
public final class TextLimit {
  private TextLimit() {}

  public static void atMost(String field, String text, int characters) {
    if (text != null && text.length() > characters) {
      throw new Rejection.Invalid(field, "Longer than " + characters + " characters");
    }
    if (text != null && !Json.isStorable(text)) {
      throw new Rejection.Invalid(field, "Contains a NUL character or an unpaired surrogate");
    }
  }
}
