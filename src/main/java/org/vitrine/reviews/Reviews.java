package org.vitrine.reviews;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Chore;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.reviews.ProposalAnswers.SaveProposalAnswer;
import org.vitrine.reviews.ProposalDesk.SaveProposal;
import org.vitrine.reviews.ProposalDesk.SaveVote;

/** The door to design reviews: a question, who is asked, and until when. */
public final class Reviews {
  private static final int MOST_LISTED = 200;

  private final Database database;
  private final Companies companies;
  private final Changes changes;
  private final Clock clock;
  private final ReviewRepository repository = new ReviewRepository();
  private final ProposalRepository proposals = new ProposalRepository();
  private final ReviewPulse pulse;
  private final ProposalDesk desk;
  private final ProposalGroups groups;
  private final GroupFinder finder;
  private final ProposalAnswers answers;

  public Reviews(Database database, Companies companies, Changes changes, Clock clock) {
    this.database = database;
    this.companies = companies;
    this.changes = changes;
    this.clock = clock;
    this.pulse = new ReviewPulse(database, changes);
    this.desk = new ProposalDesk(database, this, companies, pulse, clock);
    this.groups = new ProposalGroups(database, changes);
    this.finder = new GroupFinder(database, changes);
    this.answers = new ProposalAnswers(database, changes, clock);
  }

  ProposalDesk desk() {
    return desk;
  }

  ProposalGroups groups() {
    return groups;
  }

  ProposalAnswers answers() {
    return answers;
  }

  /** What is done by itself: pages hear of votes, and what is alike is grouped. */
  Chore[] chores() {
    return new Chore[] {pulse.chore(), finder.chore()};
  }

  /**
   * Proposes something; the number is what it is called in that review.
   *
   * @param openly whether others see which company it is from
   */
  public long propose(Caller by, ReviewNumber number, String text, boolean openly) {
    return desk.propose(by, number, new SaveProposal(text, openly));
  }

  /** One word of each voter to each proposal; another one takes its place. */
  public void vote(Caller by, ReviewNumber number, long proposal, ProposalVote vote) {
    desk.vote(by, number, new SaveVote(proposal, vote));
  }

  /** Answers these; how many are answered otherwise than before. */
  public int answer(
      Caller by, ReviewNumber number, List<Long> proposals, AnswerKind answer, String reason) {
    return answers.answer(
        by, number, new SaveProposalAnswer(proposals, null, answer, reason, null));
  }

  /** Puts a question; its companies take part from then on. */
  public ReviewNumber make(Caller by, SaveReview wanted) {
    List<CompanyId> named = named(wanted);
    Instant now = Json.asRead(clock.instant());
    return database.inTransaction(
        transaction -> {
          ReviewNumber number = repository.add(transaction, wanted, named, by.actor(), now);
          repository.seat(transaction, number);
          changes.record(transaction, List.of(ReviewChange.of(number)));
          return number;
        });
  }

  /** Whose word counts stays as it is once somebody has said theirs. */
  public void change(ReviewNumber number, SaveReview wanted) {
    List<CompanyId> named = named(wanted);
    database.inTransaction(
        transaction -> {
          Review before = find(transaction, number).orElseThrow(Reviews::notHere);
          if (before.word() != wanted.word() && proposals.sums(transaction, number).votes() > 0) {
            throw new Rejection.Conflict(
                "Votes were cast already: whose word counts can no longer change");
          }
          repository.change(transaction, number, wanted, named);
          repository.seat(transaction, number);
          changes.record(transaction, List.of(ReviewChange.of(number)));
          return null;
        });
  }

  private List<CompanyId> named(SaveReview wanted) {
    return companies.requireAll(wanted.companies()).stream().map(Company::id).toList();
  }

  /** All of them, the last to close first; so many at most. */
  public List<Review> all() {
    return list(Optional.empty());
  }

  public Optional<Review> find(Queries queries, ReviewNumber number) {
    return repository.find(queries, number);
  }

  /** Those that close after one moment and until another, the next first; so many at most. */
  public List<Review> closing(Queries queries, Instant after, Instant until, int most) {
    return repository.closing(queries, after, until, most);
  }

  /** As somebody may see it; what does not exist and what they take no part in answer alike. */
  Review require(Optional<Participant> by, ReviewNumber number) {
    by.ifPresent(one -> requireSeat(one, number));
    return repository.find(database, number).orElseThrow(Reviews::notHere);
  }

  private void requireSeat(Participant by, ReviewNumber number) {
    boolean seated =
        database.onBehalfOf(
            Optional.of(by.company().value()),
            queries -> repository.hasSeat(queries, by.company(), number));
    if (!seated) {
      throw notHere();
    }
  }

  /** Those that somebody takes part in, or all; the last to close first. */
  List<Review> list(Optional<Participant> by) {
    if (by.isEmpty()) {
      return repository.newest(database, MOST_LISTED);
    }
    CompanyId company = by.get().company();
    List<ReviewNumber> seats =
        database.onBehalfOf(
            Optional.of(company.value()),
            queries -> repository.seatsOf(queries, company, MOST_LISTED));
    return repository.find(database, seats);
  }

  static Rejection.NotFound notHere() {
    return new Rejection.NotFound("There is no such review");
  }
}
