package org.vitrine.warranty;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Paging;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * What a company owns: how it is covered, what was claimed, what is on its way; behind its wall.
 */
final class OwnPieces {
  private static final int ON_PAGE = 500;
  private static final int TRANSFERS_SHOWN = 200;

  private final Database database;
  private final Warranty warranty;
  private final ClaimRepository claims = new ClaimRepository();
  private final OwnTransferRepository transfers = new OwnTransferRepository();
  private final CourtesyRepository courtesies = new CourtesyRepository();

  OwnPieces(Database database, Warranty warranty) {
    this.database = database;
    this.warranty = warranty;
  }

  /** The same, asked over other connections. */
  OwnPieces over(Database other) {
    return new OwnPieces(other, warranty);
  }

  /** A piece as its owner sees it; nothing of where it came from. */
  record OwnPiece(
      WarrantyPiece piece, Cover cover, List<PieceClaim> claims, Optional<Instant> checkOffered) {

    ObjectNode shown() {
      ObjectNode shown = Json.object();
      shown.put("serial", piece.serial().value());
      shown.set("product", Json.tree(piece.product()));
      if (cover.until() != null) {
        shown.put("until", cover.until().toString());
      }
      if (cover.voided() != null) {
        shown.put("voided", cover.voided());
      }
      shown.set("parts", Json.tree(cover.parts()));
      put(shown, "covers", piece.promise().covers());
      put(shown, "claimsAt", piece.promise().claimsAt());
      shown.set("claims", Json.tree(claims));
      checkOffered.ifPresent(at -> shown.put("checkOfferedAt", at.toString()));
      return shown;
    }

    private static void put(ObjectNode shown, String name, Object value) {
      if (value != null) {
        shown.set(name, Json.tree(value));
      }
    }
  }

  /** A part of what a company owns, by serial. */
  Paging.ListPart<OwnPiece> list(CompanyId company, Paging paging) {
    return database.onBehalfOf(
        Optional.of(company.value()), queries -> list(queries, company, paging));
  }

  private Paging.ListPart<OwnPiece> list(Queries queries, CompanyId company, Paging paging) {
    List<WarrantyPiece> found =
        warranty.piecesOf(queries, company, paging.after(), paging.looked());
    List<String> keys = found.stream().map(piece -> piece.serial().key()).toList();
    Map<String, Cover> covers = warranty.ownCovers(queries, company, found);
    Map<String, List<PieceClaim>> claimed = claims.of(queries, company, keys);
    Map<String, Instant> offered = courtesies.offered(queries, company, keys);
    List<OwnPiece> pieces =
        found.stream()
            .map(
                piece ->
                    new OwnPiece(
                        piece,
                        covers.get(piece.serial().key()),
                        claimed.getOrDefault(piece.serial().key(), List.of()),
                        Optional.ofNullable(offered.get(piece.serial().key()))))
            .toList();
    return paging.part(pieces, one -> one.piece().serial().value());
  }

  /** What its open page shows: pieces by their keys, transfers by their ids. */
  ObjectNode page(CompanyId company) {
    return database.onBehalfOf(
        Optional.of(company.value()),
        queries -> {
          Paging.ListPart<OwnPiece> part = list(queries, company, Paging.first(ON_PAGE));
          ObjectNode page = Json.object();
          page.put("today", warranty.today().toString());
          ObjectNode pieces = page.putObject("pieces");
          part.shown().forEach(one -> pieces.set(one.piece().serial().key(), one.shown()));
          ObjectNode moving = page.putObject("transfers");
          transfers
              .list(queries, company, TRANSFERS_SHOWN)
              .forEach(one -> moving.set(one.get("id").asText(), one));
          part.next().ifPresent(more -> page.put("truncated", true));
          return page;
        });
  }
}
