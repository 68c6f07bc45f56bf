package org.vitrine.warranty;

import java.time.Clock;
import java.util.List;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/** Keeps by what whoever bought a piece can be recognised; never demanded of anybody. */
final class PieceIdentities {
  private static final int MOST = 10;

  private final IdentityKeys keys;
  private final Clock clock;
  private final PieceSecretRepository repository = new PieceSecretRepository();

  PieceIdentities(IdentityKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Keeps these in place of those that there were. Throws {@link Rejection.Invalid} where one is
   * too easy to guess, or there are too many.
   *
   * @param by who says so
   */
  void keep(Queries transaction, WarrantySerial serial, List<String> identities, String by) {
    if (identities.size() > MOST) {
      throw new Rejection.Invalid("identities", "At most %d".formatted(MOST));
    }
    List<PieceIdentity> kept = identities.stream().map(PieceIdentity::kept).toList();
    repository.forgetIdentities(transaction, serial);
    kept.forEach(
        identity ->
            repository.addIdentity(
                transaction,
                serial,
                keys.hash(identity.of(serial)),
                identity.shown(),
                clock.instant(),
                by));
  }
}
