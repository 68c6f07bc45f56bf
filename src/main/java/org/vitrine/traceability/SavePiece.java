package org.vitrine.traceability;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.RealDates;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.production.Consumed;
import org.vitrine.production.Made;

/**
 * A piece as a program or a person says it: the whole of it each time. Whose it is follows from
 * shipments alone.
 *
 * @param gtin the trade item number of its product, by which its card leads to a page (GS1)
 * @param lot in which it was made
 * @param from what went into it
 */
public record SavePiece(
    LocalizedText product,
    String revision,
    String gtin,
    String lot,
    String order,
    Integer line,
    String station,
    Instant madeAt,
    List<Consumed> from) {
  private static final Pattern GTIN = Pattern.compile("[0-9]{8}|[0-9]{12,14}");

  public SavePiece {
    if (product == null) {
      throw new Rejection.Invalid("product", "Say what it is a piece of");
    }
    Consumed.product("product", product);
    Made.revision("revision", revision);
    if (gtin != null && !isGtin(gtin)) {
      throw new Rejection.Invalid(
          "gtin",
          "“%s” is no GTIN: 8, 12, 13 or 14 digits, the last of which checks the others"
              .formatted(Excerpt.of(gtin)));
    }
    lot = lot == null ? null : TraceCode.of("lot", lot).value();
    MadeFor.check(order, line);
    station = SaveLot.text("station", station, 100);
    RealDates.require("madeAt", madeAt);
    from = from == null ? List.of() : List.copyOf(from);
    Made.requireFrom("from", from);
  }

  /** GS1 General Specifications, 7.9.1: from the right, every other digit counts three times. */
  private static boolean isGtin(String text) {
    if (!GTIN.matcher(text).matches()) {
      return false;
    }
    int sum = 0;
    for (int at = 0; at < text.length(); at++) {
      int weight = (text.length() - at) % 2 == 0 ? 3 : 1;
      sum += weight * Character.digit(text.charAt(at), 10);
    }
    return sum % 10 == 0;
  }
}
