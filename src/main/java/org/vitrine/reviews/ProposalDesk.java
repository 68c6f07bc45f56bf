package org.vitrine.reviews;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vitrine.access.Caller;
import org.vitrine.companies.Companies;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.QueryFailed;
import org.vitrine.platform.json.Json;
import org.vitrine.reviews.Proposal.EyesAndVotes;

/** Where those who take part propose, and say what they think of what others propose. */
final class ProposalDesk {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long SHORTEST = 100_000;
  private static final long BEYOND = 1_000_000_000_000L;
  private static final String FULL = "review_is_full";
  private static final Set<String> SEATS = Set.of("proposal_has_a_seat", "vote_has_a_seat");

  private final Database database;
  private final Reviews reviews;
  private final Companies companies;
  private final ReviewPulse pulse;
  private final Clock clock;
  private final ProposalRepository proposals = new ProposalRepository();
  private final ProposalVoteRepository votes = new ProposalVoteRepository();

  ProposalDesk(
      Database database, Reviews reviews, Companies companies, ReviewPulse pulse, Clock clock) {
    this.database = database;
    this.reviews = reviews;
    this.companies = companies;
    this.pulse = pulse;
    this.clock = clock;
  }

  /**
   * @param openly whether others see which company it is from; not where nothing is said
   */
  record SaveProposal(String text, Boolean openly) {
    SaveProposal {
      TextLimit.atMost("text", text, Proposal.LONGEST);
      if (text == null || Blanks.only(text)) {
        throw new Rejection.Invalid("text", "Write your idea in a sentence");
      }
      text = Blanks.stripped(text).replaceAll("\\s+", " ");
      openly = openly != null && openly;
    }
  }

  /** The number of the new proposal. */
  long propose(Caller caller, ReviewNumber number, SaveProposal wanted) {
    Participant by = Participant.require(caller);
    Review review = reviews.require(Optional.of(by), number);
    Instant now = Json.asRead(clock.instant());
    review.requireOpen(now);
    review.requireRoom();
    long added =
        inSeat(by, transaction -> add(transaction, review, by, caller.actor(), wanted, now));
    pulse.moved(number);
    return added;
  }

  /** What the database holds against it is said as what it means. */
  private <T> T inSeat(Participant by, Function<Queries, T> act) {
    try {
      return database.inTransactionOnBehalfOf(by.company().value(), act);
    } catch (QueryFailed failed) {
      if (failed.constraint().equals(FULL)) {
        throw Review.isFull();
      }
      if (SEATS.contains(failed.constraint())) {
        throw Reviews.notHere(); // The company is no longer asked, since a moment ago.
      }
      throw failed;
    }
  }

  private long add(
      Queries transaction,
      Review review,
      Participant by,
      String name,
      SaveProposal wanted,
      Instant now) {
    proposals.hold(transaction, by.person());
    int own = proposals.own(transaction, review.number(), by).size();
    if (own >= review.mostEach()) {
      throw new Rejection.Conflict(
          "You have made all %d proposals that each person can make here; you can still support others"
              .formatted(review.mostEach()));
    }
    Optional<String> company =
        wanted.openly()
            ? companies.names(transaction, List.of(by.company())).stream().findFirst()
            : Optional.empty();
    while (true) {
      Proposal proposal =
          new Proposal(
              RANDOM.nextLong(SHORTEST, BEYOND),
              by.company(),
              by.person(),
              name,
              company,
              wanted.text(),
              now,
              new EyesAndVotes(0, 0, 0),
              Optional.empty(),
              Optional.empty());
      if (proposals.add(transaction, review.number(), proposal)) {
        return proposal.number();
      }
    }
  }

  record SaveVote(Long proposal, ProposalVote choice) {
    SaveVote {
      if (proposal == null) {
        throw new Rejection.Invalid("proposal", "Give the number of the proposal");
      }
      if (choice == null) {
        throw new Rejection.Invalid("choice", "Say agree, disagree or pass");
      }
    }
  }

  /**
   * One word of each voter to each proposal; the same again is the same, another one replaces it.
   */
  void vote(Caller caller, ReviewNumber number, SaveVote vote) {
    Participant by = Participant.require(caller);
    Review review = reviews.require(Optional.of(by), number);
    Instant now = Json.asRead(clock.instant());
    review.requireOpen(now);
    Proposal proposal =
        proposals.find(database, number, List.of(vote.proposal())).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new Rejection.Invalid(
                        "proposal",
                        "“%d” is no proposal of this review".formatted(vote.proposal())));
    if (proposal.isOf(by, review.word())) {
      throw new Rejection.Conflict("This proposal is your own; others vote on it");
    }
    inSeat(
        by,
        transaction -> {
          votes.say(transaction, review, by, proposal.number(), vote.choice(), now);
          return null;
        });
    pulse.moved(number);
  }

  /** What somebody said to these. */
  Map<Long, ProposalVote> said(Review review, Participant by, List<Proposal> shown) {
    return database.onBehalfOf(
        Optional.of(by.company().value()),
        queries -> votes.said(queries, review, by, shown.stream().map(Proposal::number).toList()));
  }
}
