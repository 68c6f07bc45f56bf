package org.vitrine.warranty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.signin.AttemptRate;
import org.vitrine.signin.AttemptThrottle;
import org.vitrine.signin.Passwords;
import org.vitrine.signin.StrangersPace;
import org.vitrine.warranty.IdentityKeys.KeyedHash;
import org.vitrine.warranty.LookUpTryRepository.LookUpWay;
import org.vitrine.warranty.PieceSecretRepository.PieceProof;

/**
 * Looking up without an account how a piece is covered. Whatever is wrong takes the same steps and
 * gets the same answer: the serial, the secret, or that too much was tried. Everything is counted
 * before it is tried, in the database, so by all nodes together.
 */
final class LookUps {
  /** After so many wrong tries, only a mailed code counts for a day. */
  static final int TRIES = 5;

  /** Of each code that is mailed: more than a stranger has time for before it is typed. */
  static final int CODE_TRIES = 1_000;

  private static final int CODES_AN_HOUR = 3;

  /** Of everybody together: two thousand at once, then one a second. */
  private static final AttemptRate OVERALL =
      new AttemptRate(2_000, Duration.ofSeconds(1), Duration.ofSeconds(1));

  /** Whoever tries for the fifth time may be right: until then nobody is told. */
  private static final Duration TOLD_AFTER = Duration.ofSeconds(30);

  private final Database database;
  private final Warranty warranty;
  private final AttemptThrottle attempts;
  private final StrangersPace pace;
  private final Passwords passwords;
  private final IdentityKeys keys;
  private final Clock clock;
  private final LookUpTryRepository tries = new LookUpTryRepository();
  private final PieceSecretRepository secrets = new PieceSecretRepository();

  LookUps(
      Database database,
      Warranty warranty,
      AttemptThrottle attempts,
      Passwords passwords,
      IdentityKeys keys,
      Clock clock) {
    this.database = database;
    this.warranty = warranty;
    this.attempts = attempts;
    this.pace = new StrangersPace(attempts);
    this.passwords = passwords;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * What is shown of the piece; nothing where anything is wrong. Throws {@link Rejection.TooMany}
   * where so much comes from a network, or from everywhere, that nothing is looked at.
   *
   * @param address where it comes from
   */
  Optional<ShownCover> lookUp(LookUp asked, String address) {
    admit("look up", address);
    Instant now = clock.instant();
    int most = asked.way() == LookUpWay.CODE ? CODE_TRIES : TRIES;
    Optional<Instant> told =
        asked.way() == LookUpWay.CODE ? Optional.empty() : Optional.of(now.plus(TOLD_AFTER));
    boolean counts = tries.admits(database, asked.serial(), asked.way(), most, now, told);
    PieceProof proof = secrets.proof(database, asked.serial(), now);
    boolean right;
    try {
      right = matches(asked, proof) && counts;
    } catch (Rejection.TooMany full) {
      tries.takeBack(database, asked.serial(), asked.way(), most);
      throw full;
    }
    tries.settle(database, asked.serial(), right, asked.way() == LookUpWay.CODE);
    return right ? shown(asked.serial()) : Optional.empty();
  }

  private Optional<ShownCover> shown(WarrantySerial serial) {
    return warranty
        .piece(database, serial)
        .map(piece -> ShownCover.of(piece, warranty.cover(database, serial), warranty.today()));
  }

  /** A stranger wishes for a code; whether anybody gets one they do not learn. */
  void wish(WarrantySerial serial, String address) {
    admit("warranty code", address);
    tries.wish(database, serial, CODES_AN_HOUR, clock.instant());
  }

  private void admit(String what, String address) {
    pace.admit(what, address);
    attempts.admit(OVERALL, what);
  }

  /** All that there is to compare is compared, whichever is asked by. */
  private boolean matches(LookUp asked, PieceProof proof) {
    boolean password =
        passwords.matches(
            ServicePassword.typed(asked.secret()).letters(),
            proof.password(),
            Passwords.Who.STRANGER);
    boolean identity =
        isAmong(
            proof.identities(),
            keys.hashes(PieceIdentity.typed(asked.secret()).of(asked.serial())));
    boolean code =
        isAmong(
            proof.codes(), List.of(codeOf(asked.serial(), ServicePassword.typed(asked.secret()))));
    return asked.password() != null ? password : asked.identity() != null ? identity : code;
  }

  private static boolean isAmong(List<KeyedHash> kept, List<KeyedHash> given) {
    return kept.stream().filter(given::contains).count() > 0;
  }

  /** What is kept of a mailed code: the same at every node, whatever keys it has. */
  static KeyedHash codeOf(WarrantySerial serial, ServicePassword code) {
    return KeyedHash.withoutKey(serial.key() + '\n' + code.letters());
  }
}
