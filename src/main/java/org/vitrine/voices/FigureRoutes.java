package org.vitrine.voices;

import io.vertx.core.buffer.Buffer;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.voices.FigureKey.FigureDimension;

/** How well commitments are kept, over HTTP, to read and to take along. */
final class FigureRoutes implements Routes {
  private final Figures figures;
  private final Guards guards;

  FigureRoutes(Figures figures, Guards guards) {
    this.figures = figures;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/voices/figures", guards.may(Permission.READ_FIGURES), this::show));
  }

  record FiguresAnswer(
      YearMonth from, YearMonth to, Set<FigureDimension> by, List<Figure> figures) {}

  private void show(Exchange exchange) {
    exchange.onlyQueries("from", "to", "by", "format");
    boolean asTable = exchange.wantsTable();
    FigureSearch search =
        FigureSearch.of(
            exchange.query("from"),
            exchange.query("to"),
            exchange.query("by"),
            figures.thisMonth());
    List<Figure> found = figures.search(search);
    if (!asTable) {
      exchange.reply(new FiguresAnswer(search.from(), search.to(), search.by(), found));
      return;
    }
    exchange
        .response()
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Disposition", "attachment; filename=\"vitrine-figures.csv\"");
    exchange.replyBytes(200, "text/csv; charset=utf-8", Buffer.buffer(FigureCsv.of(found)));
  }
}
