package org.vitrine.stations;

import java.util.Optional;
import java.util.regex.Pattern;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/**
 * Somebody who reports at stations, as they are asked for.
 *
 * @param pin 4 to 8 digits; absent where it stays as it is
 */
record SaveOperator(String name, Badge badge, Optional<String> pin) {
  private static final Pattern PIN = Pattern.compile("[0-9]{4,8}");

  SaveOperator {
    name = name == null ? "" : Blanks.stripped(name);
    if (name.isEmpty()) {
      throw new Rejection.Invalid("name", "Say who it is");
    }
    TextLimit.atMost("name", name, 100);
    if (badge == null) {
      throw new Rejection.Invalid("badge", "Say what stands on the badge");
    }
    pin = pin == null ? Optional.empty() : pin;
    if (pin.filter(digits -> !PIN.matcher(digits).matches()).isPresent()) {
      throw new Rejection.Invalid("pin", "A PIN has 4 to 8 digits");
    }
  }

  /** Never the PIN: a log must not have it. */
  @Override
  public String toString() {
    return "SaveOperator[" + badge + "]";
  }
}
