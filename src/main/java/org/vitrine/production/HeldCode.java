package org.vitrine.production;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.orders.OrderNumber;

/**
 * A lot, a supplier's lot or a piece, of which nothing may be reported while it is held.
 *
 * @param code as it stands on the label; the same in any letters
 */
public record HeldCode(CodeKind kind, String code) {

  /** What a code is of. */
  public enum CodeKind {
    LOT("lot"),
    SUPPLIER_LOT("supplier-lot"),
    PIECE("piece");

    private final String prefix;

    CodeKind(String prefix) {
      this.prefix = prefix;
    }
  }

  /** The same for codes of one thing. */
  String key() {
    return kind.prefix + ':' + OrderNumber.key(code);
  }

  /** Those that a report names: what was measured, what was made, and what went into it. */
  static List<HeldCode> namedBy(Report report) {
    Made made = report.pieces().made();
    String unit = report.reading().unit();
    if (made == null && unit == null) {
      return List.of();
    }
    List<HeldCode> named = new ArrayList<>();
    add(named, CodeKind.PIECE, unit);
    if (made != null) {
      add(named, CodeKind.LOT, made.lot());
      made.serials().forEach(serial -> add(named, CodeKind.PIECE, serial));
      for (Consumed used : made.from()) {
        add(named, CodeKind.LOT, used.lot());
        add(named, CodeKind.SUPPLIER_LOT, used.supplierLot());
        add(named, CodeKind.PIECE, used.serial());
      }
    }
    return named;
  }

  /** The keys of these, each once; what has several lines is no code, so nothing holds it. */
  static List<String> keysNamedBy(Report report) {
    return namedBy(report).stream()
        .map(HeldCode::key)
        .filter(key -> key.indexOf('\n') < 0)
        .distinct()
        .toList();
  }

  private static void add(List<HeldCode> named, CodeKind kind, String code) {
    if (code != null) {
      named.add(new HeldCode(kind, code));
    }
  }
}
