package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/**
 * What a report says was made, and of what: for plants that know their lots and serials. Nobody has
 * to say it; what it is good for stands in {@code traceability}.
 *
 * @param lot in which it was made; the serials, if any, are of this lot
 * @param revision of the product
 * @param from what went into it: into the lot, or into each of the serials where no lot is named
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Made(String lot, List<String> serials, String revision, List<Consumed> from) {
  private static final int MOST_SERIALS = 1_000;
  private static final int MOST_FROM = 200;
  private static final int MOST_PAIRS = 10_000;
  private static final int LONGEST_REVISION = 60;

  public Made {
    serials = serials == null ? List.of() : List.copyOf(serials);
    from = from == null ? List.of() : List.copyOf(from);
  }

  /** Asked of what comes in: throws {@link Rejection.Invalid} below this field. */
  void check(String field) {
    if (lot == null && serials.isEmpty()) {
      throw new Rejection.Invalid(field, "Say which lot or which serials were made");
    }
    Consumed.code(field + ".lot", lot);
    atMost(field + ".serials", serials.size(), MOST_SERIALS);
    requireDistinct(field + ".serials");
    revision(field + ".revision", revision);
    requireFrom(field + ".from", from);
    if (lot == null && serials.size() * from.size() > MOST_PAIRS) {
      throw new Rejection.Invalid(
          field + ".lot", "So many serials of so much: name the lot in which they were made");
    }
    for (int at = 0; at < from.size(); at++) {
      requireOther(field + ".from[%d]".formatted(at), from.get(at));
    }
  }

  private void requireDistinct(String field) {
    Set<String> known = new HashSet<>();
    for (int at = 0; at < serials.size(); at++) {
      Consumed.code(field + "[%d]".formatted(at), serials.get(at));
      if (!known.add(key(serials.get(at)))) {
        throw new Rejection.Invalid(field + "[%d]".formatted(at), "The serial appears twice");
      }
    }
  }

  private void requireOther(String field, Consumed one) {
    boolean isLotItself = lot != null && one.lot() != null && key(lot).equals(key(one.lot()));
    boolean isPieceItself =
        one.serial() != null
            && serials.stream().anyMatch(serial -> key(serial).equals(key(one.serial())));
    if (isLotItself || isPieceItself) {
      throw new Rejection.Invalid(field, "Nothing is made of itself");
    }
  }

  private static String key(String code) {
    return OrderNumber.key(Blanks.stripped(code));
  }

  /** Throws {@link Rejection.Invalid} naming what cannot have gone into anything. */
  public static void requireFrom(String field, List<Consumed> from) {
    atMost(field, from.size(), MOST_FROM);
    for (int at = 0; at < from.size(); at++) {
      from.get(at).check(field + "[%d]".formatted(at));
    }
  }

  /** Throws {@link Rejection.Invalid} naming the field where this is no revision. */
  public static void revision(String field, String revision) {
    if (revision != null && revision.isBlank()) {
      throw new Rejection.Invalid(field, "Empty");
    }
    TextLimit.atMost(field, revision, LONGEST_REVISION);
  }

  private static void atMost(String field, int count, int most) {
    if (count > most) {
      throw new Rejection.Invalid(field, "At most %,d".formatted(most));
    }
  }
}
