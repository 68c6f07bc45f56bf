package org.vitrine.delays;

import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.vitrine.platform.Rejection;

/** What an offer is known by: 128 random bits, from which nobody learns of other offers. */
record OfferId(@JsonValue String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

  static OfferId random() {
    byte[] bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    return new OfferId(HexFormat.of().formatHex(bits));
  }

  /** Throws {@link Rejection.NotFound} where the text cannot be one. */
  static OfferId inAddress(String text) {
    if (!SHAPE.matcher(text).matches()) {
      throw notHere();
    }
    return new OfferId(text);
  }

  /** What does not exist and what is somebody else's are told alike. */
  static Rejection notHere() {
    return new Rejection.NotFound("There is no such offer");
  }

  @Override
  public String toString() {
    return text;
  }
}
