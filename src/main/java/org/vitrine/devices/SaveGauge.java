package org.vitrine.devices;

import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/**
 * A gauge as somebody says it: the whole of it each time.
 *
 * @param kind what it is, such as {@code caliper}, in whatever words the house uses
 * @param unit in which it shows its values
 * @param serial its maker's number
 * @param place where it is kept or used
 * @param retired whether it measures no longer
 */
public record SaveGauge(
    String name, String kind, String unit, String serial, String place, Boolean retired) {

  public SaveGauge {
    name = text("name", name, 100);
    if (name == null) {
      throw new Rejection.Invalid("name", "Missing");
    }
    kind = text("kind", kind, 60);
    unit = text("unit", unit, 20);
    serial = text("serial", serial, 60);
    place = text("place", place, 100);
    retired = Boolean.TRUE.equals(retired);
  }

  /** Stripped; absent where there is nothing in it. */
  static String text(String field, String text, int characters) {
    TextLimit.atMost(field, text, characters);
    return text == null || Blanks.only(text) ? null : Blanks.stripped(text);
  }
}
