package org.vitrine.servicereviews;

import java.util.List;
import java.util.Map;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;
import org.vitrine.servicereviews.ServiceReviewDesk.CorrectReview;
import org.vitrine.servicereviews.ServiceReviewDesk.ReviewAction;
import org.vitrine.servicereviews.ServiceReviewDesk.SaveConclusions;

/** Reviews of the service over HTTP, for those who answer for it. */
final class ServiceReviewRoutes implements Routes {
  private final ServiceReviews reviews;
  private final Guards guards;
  private final Idempotency idempotency;

  ServiceReviewRoutes(ServiceReviews reviews, Guards guards, Idempotency idempotency) {
    this.reviews = reviews;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard reviewers = guards.may(Permission.REVIEW_SERVICE);
    return List.of(
        Routes.get("/api/service-reviews", reviewers, this::list),
        idempotency.once(Routes.post("/api/service-reviews", reviewers, this::begin)),
        Routes.get("/api/service-reviews/:quarter", reviewers, this::show),
        Routes.put("/api/service-reviews/:quarter", reviewers, this::conclude),
        idempotency.once(
            Routes.post("/api/service-reviews/:quarter/actions", reviewers, this::raise)),
        idempotency.once(
            Routes.post("/api/service-reviews/:quarter/signature", reviewers, this::sign)),
        idempotency.once(
            Routes.post("/api/service-reviews/:quarter/corrections", reviewers, this::correct)));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(Map.of("reviews", reviews.reader().all(reviews.today())));
  }

  record BeginReview(String quarter) {}

  private void begin(Exchange exchange) {
    ServiceQuarter quarter = reviews.requireSent(exchange.body(BeginReview.class).quarter());
    reviews.desk().begin(quarter, guards.actor(exchange));
    reply(exchange, quarter);
  }

  private void reply(Exchange exchange, ServiceQuarter quarter) {
    exchange.reply(reviews.reader().page(quarter, reviews.today()));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    reply(exchange, quarter(exchange));
  }

  private ServiceQuarter quarter(Exchange exchange) {
    return reviews.require(exchange.path("quarter"));
  }

  private void conclude(Exchange exchange) {
    ServiceQuarter quarter = quarter(exchange);
    reviews
        .desk()
        .conclude(
            quarter,
            exchange.body(SaveConclusions.class),
            exchange.startedFrom(),
            guards.actor(exchange));
    reply(exchange, quarter);
  }

  private void raise(Exchange exchange) {
    ServiceQuarter quarter = quarter(exchange);
    reviews.desk().raise(quarter, exchange.body(ReviewAction.class), guards.actor(exchange));
    reply(exchange, quarter);
  }

  private void sign(Exchange exchange) {
    ServiceQuarter quarter = quarter(exchange);
    reviews.desk().sign(quarter, reviews.today(), exchange.startedFrom(), guards.actor(exchange));
    reply(exchange, quarter);
  }

  private void correct(Exchange exchange) {
    ServiceQuarter quarter = quarter(exchange);
    reviews.desk().correct(quarter, exchange.body(CorrectReview.class), guards.actor(exchange));
    reply(exchange, quarter);
  }
}
