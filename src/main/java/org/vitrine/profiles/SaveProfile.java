package org.vitrine.profiles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;
import org.vitrine.profiles.SavedTerms.AgreedDays;
import org.vitrine.profiles.SavedTerms.AgreedHand;

/**
 * A version as it is sent: from when on, with whom it was agreed, and what.
 *
 * @param frame all of it but the terms
 */
record SaveProfile(SentFrame frame, AgreedTerms terms) {
  private static final String[] FRAME = {"from", "until", "agreedBy", "agreedOn"};
  private static final int LONGEST_NAME = 200;

  /**
   * What stands around the terms.
   *
   * @param from today where it is absent
   */
  record SentFrame(
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      String agreedBy,
      Optional<LocalDate> agreedOn) {
    SentFrame {
      from = from == null ? Optional.empty() : from;
      until = until == null ? Optional.empty() : until;
      agreedOn = agreedOn == null ? Optional.empty() : agreedOn;
      agreedBy = agreedBy == null ? "" : Blanks.stripped(agreedBy);
      if (agreedBy.isEmpty() || agreedBy.length() > LONGEST_NAME) {
        throw new Rejection.Invalid(
            "agreedBy", "Say who agreed, in 1 to %d characters".formatted(LONGEST_NAME));
      }
    }
  }

  /** Throws {@link Rejection.Invalid} naming the field, what is unknown included. */
  static SaveProfile read(ObjectNode sent) {
    ObjectNode frame = Json.object();
    ObjectNode terms = sent.deepCopy();
    for (String name : FRAME) {
      if (sent.hasNonNull(name)) {
        frame.set(name, sent.get(name));
      }
      terms.remove(name);
    }
    return new SaveProfile(Json.read(frame, SentFrame.class), Json.read(terms, AgreedTerms.class));
  }

  AgreedDays days(LocalDate today) {
    LocalDate from = frame.from().orElse(today);
    if (frame.until().filter(from::isAfter).isPresent()) {
      throw new Rejection.Invalid("until", "Cannot be before “from”, %s".formatted(from));
    }
    return new AgreedDays(from, frame.until());
  }

  AgreedHand hand(LocalDate today) {
    LocalDate on =
        frame
            .agreedOn()
            .orElseThrow(() -> new Rejection.Invalid("agreedOn", "Say on which day it was agreed"));
    if (on.isAfter(today)) {
      throw new Rejection.Invalid("agreedOn", "%s has not come yet".formatted(on));
    }
    return new AgreedHand(frame.agreedBy(), on);
  }
}
