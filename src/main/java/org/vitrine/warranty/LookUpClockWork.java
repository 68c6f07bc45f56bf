package org.vitrine.warranty;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.people.Contacts;
import org.vitrine.platform.Chore;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.DueWork;
import org.vitrine.platform.database.Queries;

/**
 * What follows from what strangers asked: a code is mailed, and owners are told that somebody
 * guesses. It is done apart from their requests, so that these take the same time whether there is
 * anybody to write to or not.
 */
final class LookUpClockWork {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration CODE_LASTS = Duration.ofMinutes(30);
  private static final Duration TRIES_KEPT = Duration.ofDays(2);
  private static final int TOLD_AT_MOST = 10;

  private final Database database;
  private final Mailer mailer;
  private final Clock clock;
  private final DueWork<String> wishes;
  private final DueWork<String> guesses;
  private final LookUpTryRepository tries = new LookUpTryRepository();
  private final WarrantyPieceRepository pieces = new WarrantyPieceRepository();
  private final PieceSecretRepository secrets = new PieceSecretRepository();
  private final Contacts contacts = new Contacts();

  LookUpClockWork(Database database, Mailer mailer, Clock clock) {
    this.database = database;
    this.mailer = mailer;
    this.clock = clock;
    this.wishes =
        new DueWork<>(
            "codes for warranties",
            database,
            clock,
            tries::lockWish,
            this::sendCode,
            (serial, later) -> tries.lookedAfter(database, serial, Optional.of(later)));
    this.guesses =
        new DueWork<>(
            "guesses at warranties",
            database,
            clock,
            tries::lockGuessed,
            this::tellOwner,
            (serial, later) -> tries.told(database, serial, Optional.of(later)));
  }

  Chore chore() {
    return new Chore("clock of look-ups", PAUSE, this::round);
  }

  void round() {
    wishes.doAll();
    guesses.doAll();
  }

  private void sendCode(Queries transaction, String serialKey) {
    tries.lookedAfter(transaction, serialKey, Optional.empty());
    pieces.find(transaction, serialKey).ifPresent(piece -> sendCode(transaction, piece));
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

  private void tellOwner(Queries transaction, String serialKey) {
    tries.told(transaction, serialKey, Optional.empty());
    pieces
        .find(transaction, serialKey)
        .ifPresent(piece -> owe(transaction, piece, about("mail.warranty-guessed", piece)));
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
