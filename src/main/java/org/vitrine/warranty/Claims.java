package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.SaidOfPiece;
import org.vitrine.voices.VoiceNumber;
import org.vitrine.voices.Voices;
import org.vitrine.warranty.ClaimDecision.ClaimRemedy;
import org.vitrine.warranty.ClaimRepository.OwnedClaim;
import org.vitrine.warranty.PieceClaim.DecidedClaim;

/**
 * Claims: a message about a piece by its owner, which departments answer as any other, and one
 * decision with its reason.
 */
final class Claims {
  /** A claim was decided; the key is its number. */
  static final String KIND = "claim";

  private static final int OPEN_OF_A_PIECE = 10;

  private final Database database;
  private final Changes changes;
  private final Warranty warranty;
  private final Voices voices;
  private final Companies companies;
  private final Clock clock;
  private final ClaimRepository repository = new ClaimRepository();
  private final CourtesyRepository courtesies = new CourtesyRepository();
  private final WarrantyPieceRepository pieces = new WarrantyPieceRepository();

  Claims(
      Database database,
      Changes changes,
      Warranty warranty,
      Voices voices,
      Companies companies,
      Clock clock) {
    this.database = database;
    this.changes = changes;
    this.warranty = warranty;
    this.voices = voices;
    this.companies = companies;
    this.clock = clock;
  }

  /**
   * What somebody claims.
   *
   * @param photos the ids of photos that were sent before
   */
  record MakeClaim(WarrantySerial serial, ClaimAbout about, String text, List<String> photos) {
    MakeClaim {
      if (serial == null) {
        throw new Rejection.Invalid("serial", "Say which piece it is");
      }
      about = about == null ? ClaimAbout.FAULT : about;
      photos = photos == null ? List.of() : List.copyOf(photos);
    }
  }

  /** Written behind the company's wall; the number is the one of its message. */
  VoiceNumber make(Caller.SignedIn by, CompanyId company, MakeClaim wanted) {
    WarrantyPiece piece =
        database
            .onBehalfOf(
                Optional.of(company.value()), queries -> own(queries, company, wanted.serial()))
            .orElseThrow(PieceOffers::notYours);
    SaidOfPiece said =
        new SaidOfPiece(
            piece.serial().value(),
            piece.product(),
            order(piece, company),
            Optional.empty(),
            wanted.about().kind(),
            wanted.text(),
            wanted.photos());
    return voices.say(
        by,
        company,
        said,
        (transaction, number) -> write(transaction, company, wanted, number.value()));
  }

  private void write(Queries transaction, CompanyId company, MakeClaim wanted, long number) {
    WarrantyPiece piece =
        own(transaction, company, wanted.serial()).orElseThrow(PieceOffers::notYours);
    if (repository.open(transaction, company, piece.serial()) >= OPEN_OF_A_PIECE) {
      throw new Rejection.Conflict(
          "%d claims of this piece are not decided yet; add to one of them"
              .formatted(OPEN_OF_A_PIECE));
    }
    if (wanted.about() == ClaimAbout.COURTESY_CHECK
        && courtesies.offered(transaction, company, List.of(piece.serial().key())).isEmpty()) {
      throw new Rejection.Conflict("about", "No check is offered for this piece");
    }
    Instant now = Json.asRead(clock.instant());
    boolean covered = warranty.cover(transaction, piece.serial()).lastsOn(warranty.today());
    repository.add(
        transaction,
        company,
        new PieceClaim(
            number,
            piece.serial(),
            piece.product(),
            wanted.about(),
            now,
            covered,
            Optional.empty()));
  }

  private Optional<WarrantyPiece> own(Queries queries, CompanyId company, WarrantySerial serial) {
    return warranty.piece(queries, serial).filter(piece -> piece.owner().equals(company));
  }

  /** With which it left, where that was the same company's. */
  private Optional<OrderNumber> order(WarrantyPiece piece, CompanyId company) {
    return pieces
        .origin(database, piece.serial())
        .filter(origin -> origin.company().equals(company))
        .flatMap(WarrantyPieceRepository.WarrantyOrigin::order)
        .map(OrderNumber::new);
  }

  /**
   * A claim, and how its piece is covered now.
   *
   * @param euLaw whether choosing repair makes that longer; for the house
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ShownClaim(@JsonUnwrapped PieceClaim claim, Cover cover, Optional<Boolean> euLaw) {}

  /** Of this company while it has the piece, or of any for the house. */
  ShownClaim show(Optional<CompanyId> company, long number) {
    return database.onBehalfOf(
        company.map(CompanyId::value),
        queries -> {
          OwnedClaim found =
              repository
                  .find(queries, number)
                  .filter(one -> company.isEmpty() || company.get().equals(one.company()))
                  .orElseThrow(Claims::notHere);
          WarrantySerial serial = found.claim().serial();
          return new ShownClaim(
              found.claim(),
              company
                  .map(owner -> warranty.ownCover(queries, owner, serial))
                  .orElseGet(() -> warranty.cover(queries, serial)),
              company.isPresent()
                  ? Optional.empty()
                  : warranty.piece(queries, serial).map(piece -> piece.promise().euLaw()));
        });
  }

  /** Claims, the newest first, with whose they are. */
  record ClaimList(List<ListedClaim> claims, Optional<String> next) {}

  /**
   * A claim in a list of the house.
   *
   * @param company what it is called
   */
  record ListedClaim(@JsonUnwrapped PieceClaim claim, String company) {}

  ClaimList list(Optional<Boolean> undecided, Paging paging) {
    Paging.ListPart<OwnedClaim> part =
        paging.part(
            repository.list(database, undecided, paging.afterNumber(), paging.looked()),
            one -> one.claim().number());
    Map<CompanyId, String> names =
        companies.namesById(
            database, part.shown().stream().map(OwnedClaim::company).distinct().toList());
    return new ClaimList(
        part.shown().stream()
            .map(one -> new ListedClaim(one.claim(), names.getOrDefault(one.company(), "")))
            .toList(),
        part.next());
  }

  /**
   * Decides it, answers its message with the reason, and enters in the ledger what that changes of
   * the cover: choosing repair makes it longer where EU law applies. The same again changes
   * nothing.
   */
  PieceClaim decide(Caller.SignedIn by, Actor actor, long number, ClaimDecision decision) {
    return database.inTransaction(
        transaction -> {
          WarrantySerial serial =
              repository.find(transaction, number).orElseThrow(Claims::notHere).claim().serial();
          warranty.lock(transaction, serial);
          OwnedClaim claim = repository.lock(transaction, number).orElseThrow(Claims::notHere);
          Optional<DecidedClaim> before = claim.claim().decision();
          if (before.isPresent()) {
            requireSame(before.get(), decision);
          } else {
            decide(transaction, by, actor, claim, decision);
          }
          return repository.find(transaction, number).orElseThrow().claim();
        });
  }

  private static void requireSame(DecidedClaim before, ClaimDecision wanted) {
    if (!before.says(wanted)) {
      throw new Rejection.Conflict("It was decided already; say more in its message");
    }
  }

  private void decide(
      Queries transaction,
      Caller.SignedIn by,
      Actor actor,
      OwnedClaim claim,
      ClaimDecision decision) {
    long number = claim.claim().number();
    WarrantySerial serial = claim.claim().serial();
    repository.decide(transaction, number, decision, Json.asRead(clock.instant()));
    if (decision.remedy() == ClaimRemedy.REPAIR) {
      warranty.repairChosen(transaction, serial, claim.claim().madeAt(), actor);
    }
    if (decision.entry() != null) {
      if (warranty.isSoldSince(transaction, serial, claim.claim().madeAt())) {
        throw new Rejection.Conflict(
            "entry", "It was sold anew since; what its buyer is covered by stands apart");
      }
      warranty.enter(transaction, serial, decision.entry(), claim.company(), actor);
    }
    changes.record(
        transaction,
        List.of(new Change(KIND, String.valueOf(number), 1, Optional.of(claim.company().value()))));
    voices.answer(transaction, by, new VoiceNumber(number), decision.reason());
  }

  private static Rejection notHere() {
    return new Rejection.NotFound("There is no such claim");
  }
}
