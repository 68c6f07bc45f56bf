package org.vitrine.warranty;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Paging.ListPart;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.platform.words.Language;
import org.vitrine.warranty.OwnPieces.OwnPiece;

/** What a company owns, over HTTP, for its contacts; as a table where that is asked for. */
final class OwnPieceRoutes implements Routes {
  private static final int USUAL = 100;
  private static final int MOST_AT_ONCE = 500;
  private static final int MOST_IN_A_TABLE = 100_000;

  private final OwnPieces pieces;
  private final Guards guards;

  OwnPieceRoutes(OwnPieces pieces, Guards guards) {
    this.pieces = pieces;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/warranty/pieces", guards.may(Permission.OWN_PIECES), this::list));
  }

  /** What is one's own, by serial. */
  record OwnPieceList(List<ObjectNode> pieces, Optional<String> next) {}

  private void list(Exchange exchange) {
    exchange.onlyQueries("after", "limit", "format");
    CompanyId owner = TransferRoutes.company(exchange);
    if (exchange.wantsTable()) {
      table(exchange, owner);
      return;
    }
    ListPart<OwnPiece> part = pieces.list(owner, exchange.paging(USUAL, MOST_AT_ONCE));
    exchange.reply(
        new OwnPieceList(part.shown().stream().map(OwnPiece::shown).toList(), part.next()));
  }

  private void table(Exchange exchange, CompanyId owner) {
    Language language = Language.preferred(exchange.header("Accept-Language").orElse(""));
    exchange
        .response()
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Disposition", "attachment; filename=\"warranty.csv\"");
    exchange.replyInPieces(
        "text/csv; charset=utf-8",
        Stream.concat(
            Stream.of(Buffer.buffer('\ufeff' + OwnPieceCsv.HEADER)),
            parts(owner).map(part -> Buffer.buffer(OwnPieceCsv.of(part.shown(), language)))));
  }

  private Stream<ListPart<OwnPiece>> parts(CompanyId owner) {
    return Stream.iterate(
            Optional.of(pieces.list(owner, Paging.first(MOST_AT_ONCE))),
            Optional::isPresent,
            part ->
                part.flatMap(ListPart::next)
                    .map(after -> pieces.list(owner, new Paging(Optional.of(after), MOST_AT_ONCE))))
        .flatMap(Optional::stream)
        .limit(MOST_IN_A_TABLE / MOST_AT_ONCE);
  }
}
