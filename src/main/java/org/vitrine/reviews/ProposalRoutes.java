package org.vitrine.reviews;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;
import org.vitrine.reviews.ProposalDesk.SaveProposal;
import org.vitrine.reviews.ProposalDesk.SaveVote;
import org.vitrine.reviews.ProposalRepository.ProposalSearch;

/** Proposing, seeing what others propose, and saying what one thinks of it. */
final class ProposalRoutes implements Routes {
  private static final int MOST_AT_ONCE = 200;
  private static final int ALIKE_SHOWN = 3;
  private static final int CARDS_AT_ONCE = 10;

  private final Database database;
  private final Reviews reviews;
  private final ProposalDesk desk;
  private final ReviewReader reader;
  private final ProposalShelf shelf;
  private final Guards guards;
  private final Idempotency idempotency;
  private final ProposalRepository proposals = new ProposalRepository();

  ProposalRoutes(
      Database database,
      Reviews reviews,
      ReviewReader reader,
      ProposalShelf shelf,
      Guards guards,
      Idempotency idempotency) {
    this.database = database;
    this.reviews = reviews;
    this.desk = reviews.desk();
    this.reader = reader;
    this.shelf = shelf;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard takePart = guards.may(Permission.TAKE_PART);
    Endpoint.Guard read = guards.may(Permission.READ_REVIEWS);
    return List.of(
        idempotency.once(Routes.post("/api/reviews/:number/proposals", takePart, this::propose)),
        Routes.get("/api/reviews/:number/proposals", read, this::list),
        Routes.get("/api/reviews/:number/proposals/alike", takePart, this::alike),
        Routes.get("/api/reviews/:number/cards", takePart, this::cards),
        idempotency.once(Routes.post("/api/reviews/:number/votes", takePart, this::vote)));
  }

  private void propose(Exchange exchange) {
    ReviewNumber number = ReviewRoutes.number(exchange);
    Caller caller = exchange.caller(Caller.class);
    long proposal = desk.propose(caller, number, exchange.body(SaveProposal.class));
    exchange.reply(201, page(number, Participant.require(caller)).put("proposal", proposal));
  }

  private ObjectNode page(ReviewNumber number, Participant by) {
    return reader.page(number, Optional.of(by)).orElseThrow(Reviews::notHere);
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries("text", "group", "answered", "after", "limit");
    Optional<Participant> by = Participant.of(exchange.caller(Caller.class));
    Review review = reviews.require(by, ReviewRoutes.number(exchange));
    Paging paging = exchange.paging(50, MOST_AT_ONCE);
    ProposalSearch search =
        new ProposalSearch(
            exchange.query("text").map(Blanks::stripped).filter(text -> !text.isEmpty()),
            by.isPresent() ? Optional.empty() : exchange.number("group", Long.MAX_VALUE),
            exchange.query("answered").map(ProposalRoutes::yesOrNo),
            paging.afterNumber(),
            paging.looked());
    Paging.ListPart<Proposal> part =
        paging.part(proposals.search(database, review.number(), search), Proposal::number);
    ObjectNode answer = Json.object();
    answer.set("proposals", Json.tree(shown(review, by, part.shown())));
    part.next().ifPresent(next -> answer.put("next", next));
    exchange.reply(answer);
  }

  private List<ObjectNode> shown(Review review, Optional<Participant> by, List<Proposal> some) {
    return by.isPresent()
        ? ReviewReader.open(some, desk.said(review, by.get(), some))
        : reader.forStaff(review.number(), some);
  }

  private static boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Rejection.Invalid("answered", "Must be true or false");
    };
  }

  /** What somebody is about to propose may be there already; their own is not told to them. */
  private void alike(Exchange exchange) {
    exchange.onlyQueries("text");
    Participant by = Participant.require(exchange.caller(Caller.class));
    Review review = reviews.require(Optional.of(by), ReviewRoutes.number(exchange));
    String text = exchange.query("text").orElse("");
    List<Proposal> alike =
        proposals.find(
            database,
            review.number(),
            shelf.alike(
                review, text.substring(0, Math.min(text.length(), Proposal.LONGEST)), ALIKE_SHOWN));
    exchange.reply(
        Map.of(
            "proposals",
            alike.stream()
                .map(
                    one ->
                        ReviewReader.open(List.of(one), desk.said(review, by, List.of(one)))
                            .getFirst()
                            .put("own", one.isOf(by, review.word())))
                .toList()));
  }

  private void cards(Exchange exchange) {
    exchange.onlyQueries();
    Participant by = Participant.require(exchange.caller(Caller.class));
    Review review = reviews.require(Optional.of(by), ReviewRoutes.number(exchange));
    exchange.reply(
        Map.of(
            "cards",
            proposals.cards(database, review, by, CARDS_AT_ONCE).stream()
                .map(ReviewReader::open)
                .toList(),
            "left",
            proposals.left(database, review, by)));
  }

  private void vote(Exchange exchange) {
    SaveVote vote = exchange.body(SaveVote.class);
    desk.vote(exchange.caller(Caller.class), ReviewRoutes.number(exchange), vote);
    exchange.reply(Map.of("proposal", vote.proposal(), "choice", vote.choice().code()));
  }
}
