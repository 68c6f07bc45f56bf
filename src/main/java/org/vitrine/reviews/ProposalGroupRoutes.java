package org.vitrine.reviews;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.Paging;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;
import org.vitrine.reviews.ProposalAnswers.SaveProposalAnswer;
import org.vitrine.reviews.ProposalGroupRepository.ShownGroup;
import org.vitrine.reviews.ProposalGroups.JoinGroup;
import org.vitrine.reviews.ProposalGroups.SaveGroup;

/** The desk of whoever runs a review: groups, and answers. */
final class ProposalGroupRoutes implements Routes {
  private static final int MOST_AT_ONCE = 200;

  private final Database database;
  private final Reviews reviews;
  private final ProposalGroups groups;
  private final ProposalAnswers answers;
  private final Guards guards;
  private final Idempotency idempotency;
  private final ProposalGroupRepository repository = new ProposalGroupRepository();

  ProposalGroupRoutes(Database database, Reviews reviews, Guards guards, Idempotency idempotency) {
    this.database = database;
    this.reviews = reviews;
    this.groups = reviews.groups();
    this.answers = reviews.answers();
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard run = guards.may(Permission.RUN_REVIEWS);
    String all = "/api/reviews/:number/groups";
    return List.of(
        Routes.get(all, run, this::list),
        idempotency.once(Routes.post(all, run, this::split)),
        Routes.put(all + "/:id", run, this::name),
        idempotency.once(Routes.post(all + "/:id/proposals", run, this::join)),
        idempotency.once(Routes.post("/api/reviews/:number/answers", run, this::answer)));
  }

  /** The largest first; {@code after} is how many were shown before. */
  private void list(Exchange exchange) {
    exchange.onlyQueries("after", "limit");
    Review review = reviews.require(Optional.empty(), ReviewRoutes.number(exchange));
    Paging paging = exchange.paging(50, MOST_AT_ONCE);
    long skipped = paging.afterNumber().orElse(0L);
    List<ShownGroup> found = repository.list(database, review.number(), skipped, paging.looked());
    ObjectNode answer = Json.object();
    answer.set("groups", Json.tree(found.stream().limit(paging.limit()).toList()));
    if (found.size() > paging.limit()) {
      answer.put("next", String.valueOf(skipped + paging.limit()));
    }
    exchange.reply(answer);
  }

  private void split(Exchange exchange) {
    long group = groups.split(ReviewRoutes.number(exchange), exchange.body(SaveGroup.class));
    exchange.reply(201, Map.of("id", group));
  }

  private void name(Exchange exchange) {
    groups.name(ReviewRoutes.number(exchange), exchange.id("id"), exchange.body(SaveGroup.class));
    exchange.replyEmpty();
  }

  private void join(Exchange exchange) {
    groups.join(ReviewRoutes.number(exchange), exchange.id("id"), exchange.body(JoinGroup.class));
    exchange.replyEmpty();
  }

  private void answer(Exchange exchange) {
    int answered =
        answers.answer(
            exchange.caller(Caller.class),
            ReviewRoutes.number(exchange),
            exchange.body(SaveProposalAnswer.class));
    exchange.reply(Map.of("answered", answered));
  }
}
