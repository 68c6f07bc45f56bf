package org.vitrine.evidence;

import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.evidence.AskedPicture.AskedSpot;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.platform.words.Language;
import org.vitrine.tracking.TrackingRoutes;

/** Galleries over HTTP, and asking for a picture. */
final class GalleryRoutes implements Routes {
  private final Gallery gallery;
  private final Onlookers onlookers;
  private final PictureRequests requests;
  private final Guards guards;

  GalleryRoutes(Evidence evidence, Guards guards) {
    this.gallery = evidence.gallery();
    this.onlookers = evidence.onlookers();
    this.requests = evidence.requests();
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/orders/:number/evidence", guards.may(Permission.SEE_EVIDENCE), this::show),
        Routes.put(
            "/api/orders/:number/evidence/:hash", guards.may(Permission.KEEP_EVIDENCE), this::turn),
        Routes.post(
            "/api/orders/:number/lines/:line/stages/:stage/picture-requests",
            guards.may(Permission.SPEAK),
            this::ask));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries("as");
    Onlooker by = onlookers.of(exchange.caller(Caller.class));
    exchange.reply(gallery.page(onlookers.order(by, TrackingRoutes.number(exchange)), by));
  }

  /** Whether it is kept to the house. */
  record TurnedEvidence(Boolean internal) {
    TurnedEvidence {
      if (internal == null) {
        throw new Rejection.Invalid("internal", "Must be true or false");
      }
    }
  }

  private void turn(Exchange exchange) {
    exchange.onlyQueries();
    EvidenceHash hash = EvidenceHash.inAddress(exchange.path("hash"));
    gallery.turn(
        gallery.tracking().require(TrackingRoutes.number(exchange), Optional.empty()),
        hash,
        exchange.body(TurnedEvidence.class).internal(),
        exchange.caller(Caller.class).actor());
    exchange.replyEmpty();
  }

  /**
   * @param language in which the message is written; absent for that of the browser
   */
  record AskForPicture(String language) {
    AskForPicture {
      if (language != null && Language.of(language).isEmpty()) {
        throw new Rejection.Invalid(
            "language", "“%s” is none that we speak".formatted(Excerpt.of(language)));
      }
    }
  }

  private void ask(Exchange exchange) {
    exchange.onlyQueries();
    AskForPicture wanted = exchange.bodyOr(new AskForPicture(null), AskForPicture.class);
    Language language =
        Optional.ofNullable(wanted.language())
            .flatMap(Language::of)
            .orElseGet(() -> Language.preferred(exchange.header("Accept-Language").orElse("")));
    AskedPicture asked =
        requests.ask(
            exchange.caller(Caller.class),
            TrackingRoutes.number(exchange),
            new AskedSpot((int) exchange.id("line"), exchange.path("stage")),
            language);
    exchange.reply(Gallery.asked(asked));
  }
}
