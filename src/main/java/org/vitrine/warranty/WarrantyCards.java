package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.CodePicture;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.signin.Passwords;
import org.vitrine.warranty.PieceSecretRepository.MadeCard;

/**
 * The cards that are printed for pieces: a QR code, and a password under a fold. The password is
 * told once, when it is made; only its hash is kept.
 */
final class WarrantyCards {
  private static final int MOST_OF_AN_ORDER = 10_000;

  private final Warranty warranty;
  private final Passwords passwords;
  private final Audit audit;
  private final Supplier<URI> address;
  private final Clock clock;
  private final PieceSecretRepository secrets = new PieceSecretRepository();

  WarrantyCards(
      Warranty warranty, Passwords passwords, Audit audit, Supplier<URI> address, Clock clock) {
    this.warranty = warranty;
    this.passwords = passwords;
    this.audit = audit;
    this.address = address;
    this.clock = clock;
  }

  /**
   * A piece for which a card can be printed.
   *
   * @param madeAt when its card was made, where it was
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record CardRow(
      WarrantySerial serial,
      LocalizedText product,
      @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate until,
      Optional<Instant> madeAt) {}

  /** What is printed. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record WarrantyCard(
      WarrantySerial serial,
      LocalizedText product,
      Optional<String> gtin,
      String link,
      String qr,
      String password) {
    /** Never the password: a log must not have it. */
    @Override
    public String toString() {
      return "WarrantyCard[" + serial + "]";
    }
  }

  /** The pieces that left with an order, by serial. */
  List<CardRow> of(OrderNumber order) {
    List<WarrantyPiece> found = warranty.piecesOf(warranty.database, order, MOST_OF_AN_ORDER);
    Map<String, Instant> made = made(warranty.database, found);
    Map<String, Cover> covers = warranty.covers(warranty.database, found);
    return found.stream()
        .map(
            piece ->
                new CardRow(
                    piece.serial(),
                    piece.product(),
                    covers.get(piece.serial().key()).until(),
                    Optional.ofNullable(made.get(piece.serial().key()))))
        .toList();
  }

  private Map<String, Instant> made(Queries queries, List<WarrantyPiece> of) {
    return secrets.withPassword(queries, of.stream().map(WarrantyPiece::serial).toList()).stream()
        .collect(Collectors.toMap(MadeCard::piece, MadeCard::at));
  }

  /**
   * Makes cards for these, in their order; those that have one keep it. Throws {@link
   * Rejection.NotFound} where one is not registered.
   *
   * @param again makes them anew for those that have one, too: what was printed before is worth
   *     nothing from then on
   */
  List<WarrantyCard> make(List<WarrantySerial> serials, boolean again, Actor by) {
    List<WarrantyPiece> wanted =
        serials.stream()
            .map(
                serial ->
                    warranty
                        .piece(warranty.database, serial)
                        .orElseThrow(() -> Warranty.unknown(serial)))
            .toList();
    Map<String, Instant> made = again ? Map.of() : made(warranty.database, wanted);
    List<NewCard> cards =
        wanted.stream()
            .filter(piece -> !made.containsKey(piece.serial().key()))
            .map(
                piece -> {
                  ServicePassword password = ServicePassword.forCard();
                  return new NewCard(piece, password, passwords.hash(password.letters()));
                })
            .toList();
    return warranty.database.inTransaction(transaction -> keep(transaction, cards, again, by));
  }

  private record NewCard(WarrantyPiece piece, ServicePassword password, String hash) {}

  /** Of two who make the same card at once, one does. */
  private List<WarrantyCard> keep(
      Queries transaction, List<NewCard> cards, boolean again, Actor by) {
    List<WarrantyCard> kept = new ArrayList<>();
    for (NewCard card : cards) {
      WarrantySerial serial = card.piece().serial();
      if (secrets.savePassword(
          transaction, serial, card.hash(), again, clock.instant(), by.name())) {
        kept.add(printed(card));
      }
    }
    if (!kept.isEmpty()) {
      audit.record(
          transaction,
          by,
          AuditAction.WARRANTY_CARDS_MADE,
          kept.getFirst().serial().value(),
          Optional.empty(),
          Map.of("cards", kept.size(), "replacing", again));
    }
    return kept;
  }

  private WarrantyCard printed(NewCard card) {
    WarrantyPiece piece = card.piece();
    String link = DigitalLink.of(address.get(), piece.serial(), piece.gtin());
    return new WarrantyCard(
        piece.serial(),
        piece.product(),
        piece.gtin(),
        link,
        CodePicture.qr(link),
        card.password().shown());
  }
}
