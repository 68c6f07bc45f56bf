package org.vitrine.profiles;

import java.util.Optional;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Rejection;

/** For how long what a company buys is covered, whatever it is, and on what conditions. */
public record AgreedWarranty(int months, Optional<LocalizedText> conditions) {
  private static final int MOST_MONTHS = 600;
  private static final int LONGEST = 1_000;

  public AgreedWarranty {
    if (months < 1 || months > MOST_MONTHS) {
      throw new Rejection.Invalid("months", "Must be from 1 to %d".formatted(MOST_MONTHS));
    }
    conditions = conditions == null ? Optional.empty() : conditions.filter(text -> !text.isBlank());
    conditions.ifPresent(
        text -> {
          LocalizedText.requireAtMost("conditions", text, LONGEST);
          LocalizedText.requireLanguages("conditions", text);
        });
  }
}
