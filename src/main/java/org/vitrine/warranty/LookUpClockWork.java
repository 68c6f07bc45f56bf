package org.vitrine.warranty;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.people.Contacts;
import org.vitrine.platform.Chore;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.DueWork;
import org.vitrine.platform.database.Queries;
import org.vitrine.warranty.LookUpErrandRepository.DueErrand;
import org.vitrine.warranty.LookUpErrandRepository.Errand;

/**
 * What follows from what strangers asked: a code is mailed, and owners are told that somebody
 * guesses. It is done apart from their requests, and holds no row that these write: they take the
 * same time whether there is anybody to write to or not.
 */
final class LookUpClockWork {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration CODE_LASTS = Duration.ofHours(1);
  private static final Duration TRIES_KEPT = Duration.ofDays(2);
  private static final int TOLD_AT_MOST = 10;
  private static final int TAKEN_AT_ONCE = 200;

  private final Database database;
  private final Mailer mailer;
  private final Clock clock;
  private final DueWork<DueErrand> due;
  private final LookUpTryRepository tries = new LookUpTryRepository();
  private final LookUpErrandRepository errands = new LookUpErrandRepository();
  private final WarrantyPieceRepository pieces = new WarrantyPieceRepository();
  private final PieceSecretRepository secrets = new PieceSecretRepository();
  private final Contacts contacts = new Contacts();

  LookUpClockWork(Database database, Mailer mailer, Clock clock) {
    this.database = database;
    this.mailer = mailer;
    this.clock = clock;
    this.due =
        new DueWork<>(
            "look-ups of warranties",
            database,
            clock,
            errands::lockDue,
            this::see,
            (errand, later) -> errands.putOff(database, errand.id(), later));
  }

  Chore chore() {
    return new Chore("clock of look-ups", PAUSE, this::round);
  }

  void round() {
    while (take() > 0) {
      // So many at once, that nobody who asks meanwhile waits for long.
    }
    due.doAll();
  }

  /** Those that there are and those that there are not alike: nobody has looked yet. */
  private int take() {
    Instant now = clock.instant();
    return database.inTransaction(
        transaction -> {
          List<String> wished = tries.takeWishes(transaction, now, TAKEN_AT_ONCE);
          errands.add(transaction, wished, Errand.CODE, now);
          List<String> guessed = tries.takeGuessed(transaction, now, TAKEN_AT_ONCE);
          errands.add(transaction, guessed, Errand.GUESSED, now);
          return wished.size() + guessed.size();
        });
  }

  private void see(Queries transaction, DueErrand errand) {
    errands.done(transaction, errand.id());
    pieces
        .find(transaction, errand.serialKey())
        .ifPresent(
            piece -> {
              switch (errand.what()) {
                case CODE -> sendCode(transaction, piece);
                case GUESSED -> owe(transaction, piece, about("mail.warranty-guessed", piece));
              }
            });
  }

  private void sendCode(Queries transaction, WarrantyPiece piece) {
    ServicePassword code = ServicePassword.forMail();
    Instant expires = clock.instant().plus(CODE_LASTS);
    secrets.addCode(transaction, piece.serial(), LookUps.codeOf(piece.serial(), code), expires);
    owe(
        transaction,
        piece,
        about("mail.warranty-code", piece).with("code", code.shown()).with("until", expires));
  }

  private static MailContent about(String words, WarrantyPiece piece) {
    return MailContent.of(words)
        .with("serial", piece.serial().value())
        .with("product", piece.product())
        .leadingTo(
            "/warranty/look-up?serial="
                + URLEncoder.encode(piece.serial().value(), StandardCharsets.UTF_8));
  }

  private void owe(Queries transaction, WarrantyPiece piece, MailContent content) {
    contacts.of(transaction, piece.owner(), TOLD_AT_MOST).stream()
        .flatMap(person -> contacts.recipient(transaction, person, piece.owner()).stream())
        .forEach(to -> mailer.owe(transaction, to, content));
  }

  void addSweeps(Sweeps sweeps) {
    sweeps.add(
        "look-ups of warranties",
        () -> {
          Instant now = clock.instant();
          tries.sweep(database, now.minus(TRIES_KEPT));
          secrets.sweepCodes(database, now);
        });
  }
}
