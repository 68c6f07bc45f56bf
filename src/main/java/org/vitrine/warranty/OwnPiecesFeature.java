package org.vitrine.warranty;

import static org.vitrine.platform.web.MenuPlace.Group.MAIN;

import java.time.Clock;
import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.Companies;
import org.vitrine.feature.Feature;
import org.vitrine.mail.Mailer;
import org.vitrine.people.People;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;
import org.vitrine.traceability.Traces;
import org.vitrine.voices.Voices;
import org.vitrine.warranty.TransferRoutes.Handovers;

/** What whoever owns a piece does with it: sees how it is covered, hands it over, claims. */
public final class OwnPiecesFeature {
  private static final String ON_MESSAGE = "own-pieces/pages/on-message.js";

  private OwnPiecesFeature() {}

  /** The rooms that it asks. */
  public record OwnerGround(
      Companies companies,
      People people,
      Traces traces,
      Voices voices,
      Mailer mailer,
      Changes changes) {}

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  public static Feature of(
      Warranty warranty,
      OwnerGround rooms,
      Database pages,
      Guards guards,
      Idempotency idempotency,
      Clock clock) {
    Database database = warranty.database;
    TransferDesk desk =
        new TransferDesk(
            database, rooms.changes(), warranty, rooms.traces(), rooms.mailer(), clock);
    PieceOffers offers = new PieceOffers(database, desk, rooms.companies());
    NewOwners newOwners = new NewOwners(rooms.companies(), rooms.people());
    Transfers transfers = new Transfers(database, desk, warranty, rooms.companies(), newOwners);
    Claims claims =
        new Claims(database, rooms.changes(), warranty, rooms.voices(), rooms.companies(), clock);
    CourtesyChecks courtesy = new CourtesyChecks(database, rooms.changes(), warranty, clock);
    OwnPieces pieces = new OwnPieces(database, warranty);
    return Feature.named("own-pieces")
        .answering(
            new OwnPieceRoutes(pieces, guards),
            new TransferRoutes(
                new Handovers(offers, transfers, new TransferBatches(database, desk, offers)),
                warranty.strangersPace(),
                guards,
                idempotency),
            new ClaimRoutes(claims, guards, idempotency))
        .showing(
            PageEntry.of("/warranty", "own-pieces/pages/own-pieces.js")
                .needing(Permission.OWN_PIECES.code())
                .inMenu(MAIN, 45, "nav.own-pieces")
                .watching(OwnPieceTopic.NAME),
            PageEntry.forEverybody("/warranty/take-over", "own-pieces/pages/take-over.js"))
        .extending("/messages/:number", ON_MESSAGE)
        .extending("/inbox", ON_MESSAGE)
        .watchedBy(new OwnPieceTopics(pieces, pages))
        .hearing(courtesy)
        .forgetting(List.of(offers::addSweeps))
        .doing(courtesy.chore());
  }
}
