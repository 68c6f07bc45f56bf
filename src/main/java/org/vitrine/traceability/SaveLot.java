package org.vitrine.traceability;

import java.time.Instant;
import java.util.List;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.RealDates;
import org.vitrine.orders.TextLimit;
import org.vitrine.orders.Unit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;
import org.vitrine.production.Consumed;
import org.vitrine.production.Made;

/**
 * A lot as a program or a person says it: the whole of it each time.
 *
 * @param supplierLot what its supplier calls it, where it was bought
 * @param from what went into it
 */
record SaveLot(
    LocalizedText product,
    String revision,
    String supplier,
    String supplierLot,
    Amount amount,
    Unit unit,
    String order,
    Integer line,
    String stage,
    String station,
    Instant madeAt,
    List<Consumed> from) {

  SaveLot {
    Consumed.product("product", product);
    Made.revision("revision", revision);
    revision = said(revision);
    supplier = text("supplier", supplier, 200);
    supplierLot = supplierLot == null ? null : TraceCode.of("supplierLot", supplierLot).value();
    if (amount != null) {
      amount.requireNotNegative("amount");
    }
    MadeFor.check(order, line);
    stage = text("stage", stage, 40);
    station = text("station", station, 100);
    RealDates.require("madeAt", madeAt);
    from = from == null ? List.of() : List.copyOf(from);
    Made.requireFrom("from", from);
  }

  static String text(String field, String text, int characters) {
    TextLimit.atMost(field, text, characters);
    if (text != null && Blanks.only(text)) {
      throw new Rejection.Invalid(field, "Empty");
    }
    return said(text);
  }

  private static String said(String text) {
    return text == null ? null : Blanks.stripped(text);
  }
}
