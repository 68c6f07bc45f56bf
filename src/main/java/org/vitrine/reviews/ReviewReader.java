package org.vitrine.reviews;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.reviews.ProposalRepository.ReviewSums;

/**
 * What is shown of reviews. What others proposed is shown without who did, unless their company
 * lets that be seen; one's own stands with what became of it.
 */
final class ReviewReader {
  private final Database database;
  private final Companies companies;
  private final ReviewRepository reviews = new ReviewRepository();
  private final ProposalRepository proposals = new ProposalRepository();
  private final ProposalVoteRepository votes = new ProposalVoteRepository();
  private final ProposalGroupRepository groups = new ProposalGroupRepository();

  ReviewReader(Database database, Companies companies) {
    this.database = database;
    this.companies = companies;
  }

  ReviewReader over(Database pages) {
    return new ReviewReader(pages, companies);
  }

  /** A review in a list. */
  static ObjectNode row(Review review) {
    return Json.object()
        .put("number", review.number().value())
        .put("title", review.title())
        .put("question", review.question())
        .put("opens", review.opens().toString())
        .put("closes", review.closes().toString())
        .put("word", review.word().code())
        .put("proposals", review.proposals());
  }

  /** The page of a review; nothing where it is gone. */
  Optional<ObjectNode> page(ReviewNumber number, Optional<Participant> by) {
    return reviews
        .find(database, number)
        .map(review -> by.isPresent() ? theirs(review, by.get()) : ours(review));
  }

  private ObjectNode ours(Review review) {
    ReviewSums sums = proposals.sums(database, review.number());
    ObjectNode page = row(review);
    page.put("votes", sums.votes())
        .put("answered", sums.answered())
        .put("groups", groups.count(database, review.number()))
        .put("companies", reviews.companies(database, review.number()));
    page.putObject("limits")
        .put("length", Proposal.LONGEST)
        .put("each", review.mostEach())
        .put("all", Review.MOST);
    ObjectNode asked = page.putObject("asked");
    ArrayNode tiers = asked.putArray("tiers");
    review.tiers().stream()
        .sorted()
        .forEach(tier -> tiers.add(tier.name().toLowerCase(Locale.ROOT)));
    ArrayNode named = asked.putArray("companies");
    review.companies().stream()
        .flatMap(company -> companies.find(company).stream())
        .forEach(company -> named.add(company.code()));
    return page;
  }

  private ObjectNode theirs(Review review, Participant by) {
    ObjectNode page = row(review);
    Own own = behindTheWall(by.company(), queries -> own(queries, review, by));
    page.put("judged", own.judged()).put("left", proposals.left(database, review, by));
    ObjectNode limits = page.putObject("limits");
    limits
        .put("length", Proposal.LONGEST)
        .put("each", review.mostEach())
        .put("own", own.proposals().size())
        .put("all", Review.MOST);
    ObjectNode rows = page.putObject("own");
    List<Long> named =
        own.proposals().stream()
            .flatMap(one -> one.answer().flatMap(ProposalAnswer::sameAs).stream())
            .toList();
    List<Proposal> same = proposals.find(database, review.number(), named);
    own.proposals().forEach(one -> rows.set(String.valueOf(one.number()), own(one, same)));
    return page;
  }

  private record Own(List<Proposal> proposals, long judged) {}

  private Own own(Queries queries, Review review, Participant by) {
    return new Own(proposals.own(queries, review.number(), by), votes.count(queries, review, by));
  }

  private <T> T behindTheWall(CompanyId company, Function<Queries, T> read) {
    return database.onBehalfOf(Optional.of(company.value()), read);
  }

  /** One of one's own: with who saw it and what became of it. */
  private static ObjectNode own(Proposal proposal, List<Proposal> same) {
    ObjectNode shown = open(proposal);
    shown
        .put("at", proposal.at().toString())
        .put("seen", proposal.tally().seen())
        .put("agreed", proposal.tally().agreed())
        .put("disagreed", proposal.tally().disagreed());
    proposal.answer().ifPresent(answer -> shown.set("answer", answer(answer, same)));
    return shown;
  }

  private static ObjectNode answer(ProposalAnswer answer, List<Proposal> others) {
    ObjectNode shown =
        Json.object().put("answer", answer.kind().code()).put("at", answer.at().toString());
    answer.reason().ifPresent(reason -> shown.put("reason", reason));
    answer
        .sameAs()
        .flatMap(number -> others.stream().filter(one -> one.number() == number).findFirst())
        .ifPresent(
            other ->
                shown.putObject("sameAs").put("number", other.number()).put("text", other.text()));
    return shown;
  }

  /** What everybody who takes part may see of a proposal. */
  static ObjectNode open(Proposal proposal) {
    ObjectNode shown = Json.object().put("number", proposal.number()).put("text", proposal.text());
    proposal.openCompany().ifPresent(name -> shown.put("company", name));
    return shown;
  }

  /** The same with what this participant said to each. */
  static List<ObjectNode> open(List<Proposal> some, Map<Long, ProposalVote> said) {
    return some.stream()
        .map(
            one -> {
              ObjectNode shown = open(one);
              Optional.ofNullable(said.get(one.number()))
                  .ifPresent(vote -> shown.put("vote", vote.code()));
              return shown;
            })
        .toList();
  }

  /** What staff see: everything. */
  List<ObjectNode> forStaff(ReviewNumber review, List<Proposal> some) {
    List<Long> named =
        some.stream()
            .flatMap(one -> one.answer().flatMap(ProposalAnswer::sameAs).stream())
            .toList();
    List<Proposal> same = proposals.find(database, review, named);
    return some.stream()
        .map(
            one -> {
              ObjectNode shown = own(one, same).put("by", one.by());
              companies.find(one.company()).ifPresent(is -> shown.put("company", is.name()));
              one.group().ifPresent(group -> shown.put("group", group));
              return shown;
            })
        .toList();
  }
}
