package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/**
 * So much of a line that left with a shipment, in the unit of the line.
 *
 * @param serials the pieces that these are; absent where that is not said, and what was said before
 *     stays; empty where none are to be named any more
 * @param lots of which lots it is, likewise
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ShippedItem(Integer line, Amount quantity, List<String> serials, List<String> lots) {
  private static final int MOST_SERIALS = 1_000;
  private static final int MOST_LOTS = 100;

  public ShippedItem {
    if (line == null || line < 1 || line > 9_999) {
      throw new Rejection.Invalid(
          "line",
          "“%s” is no line number: give one from 1 to 9999".formatted(line == null ? "" : line));
    }
    if (quantity == null || !quantity.isPositive()) {
      throw new Rejection.Invalid(
          "quantity",
          Amount.quoted(quantity == null ? "" : quantity.asWritten())
              + " is not what can leave: give a number above zero");
    }
    serials = codes("serials", serials, MOST_SERIALS);
    lots = codes("lots", lots, MOST_LOTS);
  }

  /** Where the plant does not say which. */
  public ShippedItem(Integer line, Amount quantity) {
    this(line, quantity, null, null);
  }

  private static List<String> codes(String field, List<String> given, int most) {
    if (given == null) {
      return null;
    }
    if (given.size() > most) {
      throw new Rejection.Invalid(field, "At most %,d".formatted(most));
    }
    Set<String> keys = new HashSet<>();
    for (int at = 0; at < given.size(); at++) {
      String code = given.get(at) == null ? "" : Blanks.stripped(given.get(at));
      String place = "%s[%d]".formatted(field, at);
      if (!OrderNumber.fits(code)) {
        throw new Rejection.Invalid(
            place, "“%s” is no code of a piece or a lot".formatted(Excerpt.of(code)));
      }
      if (!keys.add(OrderNumber.key(code))) {
        throw new Rejection.Invalid(place, "“%s” appears twice".formatted(Excerpt.of(code)));
      }
    }
    return given.stream().map(Blanks::stripped).toList();
  }

  /** How many pieces it names. */
  int pieces() {
    return serials == null ? 0 : serials.size();
  }

  /** The same, with what was said of this line before where nothing else is said now. */
  ShippedItem after(ShippedItem before) {
    return new ShippedItem(line, quantity, said(serials, before.serials), said(lots, before.lots));
  }

  private static List<String> said(List<String> now, List<String> before) {
    if (now == null) {
      return before;
    }
    return now.isEmpty() ? null : now;
  }

  /** The same, as customers read it. */
  ShippedItem bare() {
    return serials == null && lots == null ? this : new ShippedItem(line, quantity);
  }

  static List<ShippedItem> bare(List<ShippedItem> items) {
    return items.stream().map(ShippedItem::bare).toList();
  }
}
