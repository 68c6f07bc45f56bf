package org.vitrine.warranty;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.Chore;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** Keeps by what whoever bought a piece can be recognised; never demanded of anybody. */
final class PieceIdentities {
  private static final Logger LOG = LoggerFactory.getLogger(PieceIdentities.class);
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final int MOST = 10;

  private final IdentityKeys keys;
  private final Clock clock;
  private final Set<String> said = ConcurrentHashMap.newKeySet();
  private final PieceSecretRepository repository = new PieceSecretRepository();

  PieceIdentities(IdentityKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** Says in the log, once of each, which keys this node lacks. */
  Chore chore(Database database) {
    return new Chore("keys of identities", PAUSE, () -> sayLacking(lacking(database)));
  }

  private void sayLacking(List<String> versions) {
    if (said.addAll(versions)) {
      LOG.warn(
          "Identities are recorded under keys that this node does not have ({}): by those, nobody"
              + " is recognised here. All nodes, and a restored backup, need the same"
              + " VITRINE_IDENTITY_KEYS or identity.keys",
          String.join(", ", versions));
    }
  }

  /** The keys under which identities are recorded and which are not here. */
  List<String> lacking(Queries queries) {
    return keys.lacking(repository.keyVersions(queries));
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
