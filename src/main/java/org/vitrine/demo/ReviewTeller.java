package org.vitrine.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.vitrine.Rooms;
import org.vitrine.access.Caller;
import org.vitrine.demo.ReviewScript.ScriptedSpeakers;
import org.vitrine.demo.ReviewScript.ScriptedTheme;
import org.vitrine.reviews.ProposalVote;
import org.vitrine.reviews.ReviewNumber;
import org.vitrine.reviews.Reviews;
import org.vitrine.reviews.SaveReview;
import org.vitrine.reviews.WhoseWord;

/**
 * Puts the demo plant's question, and tells what its customers proposed and thought of it, through
 * the door that people use. It does so once: where there is a review it was done.
 */
final class ReviewTeller {
  private static final String RUNS_REVIEWS = "chen.yu@foshan.example";
  private static final int MOST_EACH = 100;
  private static final Duration BETWEEN = Duration.ofMinutes(40);

  private final Reviews reviews;
  private final PlantClock clock;
  private final Map<String, Caller.SignedIn> people;
  private final ReviewScript script = ReviewScript.read();
  private final Random random;

  /**
   * @param people who is who, by e-mail address
   */
  ReviewTeller(Rooms rooms, PlantClock clock, Plant plant, Map<String, Caller.SignedIn> people) {
    this.reviews = rooms.reviews();
    this.clock = clock;
    this.people = people;
    this.random = new Random(plant.seed());
  }

  /** A proposal that was told, and whose it is. */
  private record ToldProposal(long number, String by, int theme) {}

  void tellOnce() {
    if (!reviews.all().isEmpty()) {
      return;
    }
    Instant now = clock.real();
    Instant opens = now.minus(Duration.ofDays(script.openedDaysAgo()));
    try {
      clock.showPast(opens);
      ReviewNumber review = reviews.make(people.get(RUNS_REVIEWS), asked(opens, now));
      List<ToldProposal> told = propose(review, opens);
      judge(review, told);
      answer(review, told);
    } finally {
      clock.showReal();
    }
  }

  private SaveReview asked(Instant opens, Instant now) {
    return new SaveReview(
        script.title(),
        script.question(),
        opens,
        now.plus(Duration.ofDays(script.closesInDays())),
        WhoseWord.PERSON,
        Set.of(),
        List.of(),
        MOST_EACH);
  }

  /** One after the other, now by the one and now by another. */
  private List<ToldProposal> propose(ReviewNumber review, Instant opens) {
    List<ToldProposal> told = new ArrayList<>();
    Instant at = opens;
    int theme = 0;
    for (ScriptedSpeakers speakers : script.voices()) {
      for (ScriptedTheme about : speakers.themes()) {
        for (String text : about.proposals()) {
          at = at.plus(BETWEEN);
          clock.showPast(at);
          String by = speakers.by().get(told.size() % speakers.by().size());
          boolean openly = random.nextInt(4) == 0;
          told.add(
              new ToldProposal(reviews.propose(people.get(by), review, text, openly), by, theme));
        }
        theme++;
      }
    }
    return told;
  }

  private void judge(ReviewNumber review, List<ToldProposal> told) {
    for (ScriptedSpeakers speakers : script.voices()) {
      for (String by : speakers.by()) {
        random
            .ints(0, told.size())
            .distinct()
            .mapToObj(told::get)
            .filter(proposal -> !proposal.by().equals(by))
            .limit(script.votesEach())
            .forEach(
                proposal -> reviews.vote(people.get(by), review, proposal.number(), opinion()));
      }
    }
  }

  private ProposalVote opinion() {
    int drawn = random.nextInt(10);
    return drawn < 6 ? ProposalVote.AGREE : drawn < 8 ? ProposalVote.PASS : ProposalVote.DISAGREE;
  }

  private void answer(ReviewNumber review, List<ToldProposal> told) {
    Caller.SignedIn by = people.get(RUNS_REVIEWS);
    script
        .answers()
        .forEach(
            answer ->
                told.stream()
                    .filter(proposal -> proposal.theme() == answer.theme())
                    .findFirst()
                    .ifPresent(
                        proposal ->
                            reviews.answer(
                                by,
                                review,
                                List.of(proposal.number()),
                                answer.answer(),
                                answer.reason())));
  }
}
