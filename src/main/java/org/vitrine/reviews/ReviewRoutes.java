package org.vitrine.reviews;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;

/** Reviews: who runs them puts questions, who takes part reads them. */
final class ReviewRoutes implements Routes {
  private final Reviews reviews;
  private final ReviewReader reader;
  private final Guards guards;
  private final Idempotency idempotency;

  ReviewRoutes(Reviews reviews, ReviewReader reader, Guards guards, Idempotency idempotency) {
    this.reviews = reviews;
    this.reader = reader;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard run = guards.may(Permission.RUN_REVIEWS);
    Endpoint.Guard read = guards.may(Permission.READ_REVIEWS);
    return List.of(
        idempotency.once(Routes.post("/api/reviews", run, this::make)),
        Routes.get("/api/reviews", read, this::list),
        Routes.get("/api/reviews/:number", read, this::show),
        Routes.put("/api/reviews/:number", run, this::change));
  }

  static ReviewNumber number(Exchange exchange) {
    return ReviewTopics.number(exchange.path("number")).orElseThrow(Reviews::notHere);
  }

  private void make(Exchange exchange) {
    ReviewNumber number =
        reviews.make(exchange.caller(Caller.class), exchange.body(SaveReview.class));
    exchange.response().putHeader("Location", "/api/reviews/" + number);
    exchange.reply(201, page(number, Optional.empty()));
  }

  private void change(Exchange exchange) {
    ReviewNumber number = number(exchange);
    reviews.change(number, exchange.body(SaveReview.class));
    exchange.reply(page(number, Optional.empty()));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(
        Map.of(
            "reviews",
            reviews.list(Participant.of(exchange.caller(Caller.class))).stream()
                .map(ReviewReader::row)
                .toList()));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    ReviewNumber number = number(exchange);
    Optional<Participant> by = Participant.of(exchange.caller(Caller.class));
    reviews.require(by, number);
    exchange.reply(page(number, by));
  }

  private ObjectNode page(ReviewNumber number, Optional<Participant> by) {
    return reader.page(number, by).orElseThrow(Reviews::notHere);
  }
}
