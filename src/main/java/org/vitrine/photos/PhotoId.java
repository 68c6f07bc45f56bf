package org.vitrine.photos;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/** Names a photo: 128 random bits, so that nobody guesses another's; safe in an address. */
public record PhotoId(@JsonValue String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22}");

  @JsonCreator
  public PhotoId {
    if (text == null || !isOne(text)) {
      throw new Rejection.Invalid(
          "photos", "“%s” is not the id of a photo".formatted(Excerpt.of(String.valueOf(text))));
    }
  }

  public static PhotoId random() {
    byte[] bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    return new PhotoId(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** From an address: what cannot be one is not there. */
  public static PhotoId inAddress(String text) {
    if (!isOne(text)) {
      throw notFound();
    }
    return new PhotoId(text);
  }

  /** What is answered for a photo that is not there, or not for whoever asks. */
  public static Rejection notFound() {
    return new Rejection.NotFound("There is no such photo");
  }

  static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
