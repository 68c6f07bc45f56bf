package org.vitrine.connectors;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vitrine.platform.Rejection;

/** What a connector is called in addresses; the same in any letters. */
public record ConnectorCode(@JsonValue String value) {
  private static final Pattern FIT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}");

  public ConnectorCode {
    if (value == null || !FIT.matcher(value).matches()) {
      throw new Rejection.Invalid(
          "code", "Must be 1 to 40 letters, digits, dots, dashes or underscores");
    }
  }

  String key() {
    return value.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }
}
