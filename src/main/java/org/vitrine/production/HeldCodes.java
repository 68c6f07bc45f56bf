package org.vitrine.production;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.orders.ShippingStop;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.HeldCode.CodeKind;

/**
 * The door to lots and pieces of which nothing may be reported, and that must not leave. Several
 * matters hold the same by themselves; a report that names one of them is refused until none does.
 */
public final class HeldCodes implements ShippingStop {
  private final HeldCodeRepository repository = new HeldCodeRepository();

  /**
   * From now on this matter holds these and no others, in the transaction of whoever knows why. A
   * report that is taken at the same moment is taken before it or refused.
   */
  public void keep(Queries transaction, String matter, Collection<HeldCode> held) {
    repository.keep(transaction, matter, held.stream().map(HeldCode::key).distinct().toList());
  }

  @Override
  public void requireFree(Queries transaction, List<String> serials, List<String> lots) {
    List<HeldCode> named =
        Stream.concat(
                serials.stream().map(serial -> new HeldCode(CodeKind.PIECE, serial)),
                lots.stream().map(lot -> new HeldCode(CodeKind.LOT, lot)))
            .toList();
    Set<String> held =
        repository.heldAmong(transaction, named.stream().map(HeldCode::key).toList());
    named.stream()
        .filter(one -> held.contains(one.key()))
        .findFirst()
        .ifPresent(
            one -> {
              throw new Rejection.Invalid(
                  "items",
                  "“%s” is held: it cannot leave until it is released"
                      .formatted(Excerpt.of(one.code())));
            });
  }
}
