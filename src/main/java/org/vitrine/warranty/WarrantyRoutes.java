package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.Companies;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.warranty.CoverRepository.CoverAuthor;

/** Terms, and pieces whose cover is kept, over HTTP: for the house. */
final class WarrantyRoutes implements Routes {
  private final Warranty warranty;
  private final WarrantyTerms terms;
  private final WarrantyRegister register;
  private final Companies companies;
  private final Guards guards;
  private final WarrantyPieceRepository pieces = new WarrantyPieceRepository();
  private final CoverRepository covers = new CoverRepository();
  private final PieceSecretRepository secrets = new PieceSecretRepository();

  WarrantyRoutes(Warranty warranty, Guards guards) {
    this.warranty = warranty;
    this.terms = warranty.terms();
    this.register = warranty.register();
    this.companies = warranty.companies();
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard keepers = guards.may(Permission.KEEP_WARRANTY);
    return List.of(
        Routes.get("/api/warranty/terms", keepers, this::listTerms),
        Routes.put("/api/warranty/terms/:product", keepers, this::saveTerms),
        Routes.delete("/api/warranty/terms/:product", keepers, this::removeTerms),
        Routes.get("/api/warranty/pieces/:serial", keepers, this::show),
        Routes.put("/api/warranty/pieces/:serial", keepers, this::save),
        Routes.post("/api/warranty/pieces/:serial/entries", keepers, this::enter));
  }

  private void listTerms(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(Map.of("terms", terms.list()));
  }

  private void saveTerms(Exchange exchange) {
    exchange.onlyQueries();
    SaveOutcome outcome =
        terms.save(
            exchange.path("product"), exchange.body(CoverPromise.class), guards.actor(exchange));
    exchange.reply(outcome == SaveOutcome.CREATED ? 201 : 200, Map.of("outcome", outcome));
  }

  private void removeTerms(Exchange exchange) {
    exchange.onlyQueries();
    terms.remove(exchange.path("product"));
    exchange.replyEmpty();
  }

  /** An entry of the ledger with who made it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SignedEntry(
      CoverKind kind,
      LocalDate from,
      Integer months,
      String part,
      String reason,
      String by,
      Instant at) {
    static SignedEntry of(CoverEntry entry, CoverAuthor author) {
      return new SignedEntry(
          entry.kind(),
          entry.from(),
          entry.months(),
          entry.part(),
          entry.reason(),
          author.by(),
          author.at());
    }
  }

  /**
   * A piece as the house sees it.
   *
   * @param identities the last digits of what its buyer is recognised by
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record KeptPiece(
      WarrantySerial serial,
      LocalizedText product,
      Optional<String> gtin,
      Whereabouts sold,
      CoverPromise promise,
      Cover cover,
      List<SignedEntry> ledger,
      List<String> identities) {}

  /**
   * Where it left from and whose it is now, each by code.
   *
   * @param buyer who bought it
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Whereabouts(
      String buyer,
      String owner,
      Optional<String> order,
      Optional<String> shipment,
      Optional<LocalDate> shippedOn,
      Optional<LocalDate> deliveredOn) {}

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(kept(warranty.database, new WarrantySerial(exchange.path("serial"))));
  }

  private KeptPiece kept(Queries queries, WarrantySerial serial) {
    WarrantyPiece piece =
        warranty.piece(queries, serial).orElseThrow(() -> Warranty.unknown(serial));
    List<CoverEntry> ledger = warranty.ledger(queries, serial);
    List<CoverAuthor> authors = covers.authors(queries, serial);
    return new KeptPiece(
        piece.serial(),
        piece.product(),
        piece.gtin(),
        whereabouts(queries, piece),
        piece.promise(),
        Cover.derivedFrom(ledger),
        IntStream.range(0, Math.min(ledger.size(), authors.size()))
            .mapToObj(at -> SignedEntry.of(ledger.get(at), authors.get(at)))
            .toList(),
        secrets.shown(queries, serial));
  }

  private Whereabouts whereabouts(Queries queries, WarrantyPiece piece) {
    WarrantyPieceRepository.WarrantyOrigin origin =
        pieces
            .origin(queries, piece.serial())
            .orElseThrow(() -> Warranty.unknown(piece.serial())); // It is forgotten just now.
    return new Whereabouts(
        companies.require(queries, origin.company()).code(),
        companies.require(queries, piece.owner()).code(),
        origin.order(),
        origin.shipment(),
        piece.shipped(),
        piece.delivered());
  }

  private void save(Exchange exchange) {
    exchange.onlyQueries();
    WarrantySerial serial = new WarrantySerial(exchange.path("serial"));
    SaveWarrantyPiece wanted = exchange.body(SaveWarrantyPiece.class);
    SaveOutcome outcome =
        warranty.database.inTransaction(
            transaction -> register.save(transaction, serial, wanted, guards.actor(exchange)));
    exchange.reply(outcome == SaveOutcome.CREATED ? 201 : 200, Map.of("outcome", outcome));
  }

  private void enter(Exchange exchange) {
    exchange.onlyQueries();
    WarrantySerial serial = new WarrantySerial(exchange.path("serial"));
    CoverEntry entry = exchange.body(CoverEntry.class);
    exchange.reply(
        warranty.database.inTransaction(
            transaction -> warranty.enter(transaction, serial, entry, guards.actor(exchange))));
  }
}
