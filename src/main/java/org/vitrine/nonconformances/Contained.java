package org.vitrine.nonconformances;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.Amount;
import org.vitrine.production.HeldCode;
import org.vitrine.production.HeldCode.CodeKind;
import org.vitrine.traceability.Affected;
import org.vitrine.traceability.Affected.Location;
import org.vitrine.traceability.NodeKind;

/**
 * A lot or a piece that a nonconformance reaches, or reached.
 *
 * @param sure false where it only cannot be shown to be free of it
 * @param narrowed whether what is sought was narrowed since: it stays held until two let it go
 */
record Contained(
    ThingKey key,
    NodeKind kind,
    String code,
    boolean sure,
    MadeForWhom whose,
    ThingPlace place,
    ThingStanding standing,
    boolean narrowed) {

  /**
   * What it is.
   *
   * @param share empty, but for what left of a lot
   */
  record ThingKey(long node, String share) {}

  /**
   * For whom it was made.
   *
   * @param company to whom it left
   */
  record MadeForWhom(
      Optional<String> order,
      Optional<Integer> line,
      Optional<CompanyId> company,
      Optional<Amount> amount) {}

  /** Where it is, and at which station it was last. */
  record ThingPlace(Location where, Optional<String> station) {}

  /** How it stands. */
  enum ThingStanding {
    /** In house: nothing may be reported of it. */
    @JsonProperty("held")
    HELD,
    /** It left the house before. */
    @JsonProperty("away")
    AWAY,
    /** Two people agreed that it may go on. */
    @JsonProperty("released")
    RELEASED,
    /** It turned out that it is not reached. */
    @JsonProperty("cleared")
    CLEARED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static ThingStanding of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }

    boolean isReached() {
      return this == HELD || this == AWAY;
    }
  }

  static Contained of(Affected found, boolean sure) {
    return new Contained(
        new ThingKey(found.node(), share(found)),
        found.kind(),
        found.code(),
        sure,
        new MadeForWhom(
            found.order().map(Object::toString), found.line(), found.company(), found.amount()),
        new ThingPlace(found.where(), found.station()),
        found.where() == Location.HOUSE ? ThingStanding.HELD : ThingStanding.AWAY,
        false);
  }

  /** What left of a lot with one line of an order is one thing, however often some of it left. */
  private static String share(Affected found) {
    boolean left = found.kind() != NodeKind.PIECE && found.where() != Location.HOUSE;
    return left
        ? found.order().map(Object::toString).orElse("")
            + "/"
            + found.line().map(Object::toString).orElse("")
        : "";
  }

  /** Two that left of a lot with the same line. */
  Contained and(Contained other) {
    Optional<Amount> both = whose.amount().flatMap(one -> other.whose.amount().map(one::plus));
    return new Contained(
        key,
        kind,
        code,
        sure || other.sure,
        new MadeForWhom(whose.order(), whose.line(), whose.company(), both),
        place.where() == Location.ROAD ? place : other.place,
        standing,
        narrowed);
  }

  /** As it stands now that it was found again: what was released stays released. */
  Contained after(Contained before) {
    return before.standing == ThingStanding.RELEASED ? standing(ThingStanding.RELEASED) : this;
  }

  Contained standing(ThingStanding other) {
    return new Contained(key, kind, code, sure, whose, place, other, false);
  }

  /** Somebody seeks less than before: one person alone does not let it go by that. */
  Contained heldOn() {
    return new Contained(key, kind, code, sure, whose, place, standing, true);
  }

  boolean isHeld() {
    return standing == ThingStanding.HELD;
  }

  /** The lot as such, of which this is what left. */
  ThingKey whole() {
    return new ThingKey(key.node(), "");
  }

  HeldCode heldCode() {
    return new HeldCode(
        switch (kind) {
          case LOT -> CodeKind.LOT;
          case PIECE -> CodeKind.PIECE;
          case SUPPLIER_LOT -> CodeKind.SUPPLIER_LOT;
        },
        code);
  }
}
