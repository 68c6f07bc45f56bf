package org.vitrine.servicereviews;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Actor;
import org.vitrine.actions.ActionSource;
import org.vitrine.actions.Actions;
import org.vitrine.actions.NewAction;
import org.vitrine.orders.TextLimit;
import org.vitrine.people.Colleagues;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.servicereviews.ServiceReview.ReviewCorrection;
import org.vitrine.servicereviews.ServiceReview.ReviewHand;

/** Where reviews are begun, written and signed. What was signed is never changed. */
final class ServiceReviewDesk {
  /** What actions of reviews name as their source. */
  static final String SOURCE = "service-review";

  private static final int LONGEST = 10_000;
  private static final int LONGEST_CORRECTION = 2_000;
  private static final int MOST_CORRECTIONS = 100;

  private final Database database;
  private final Changes changes;
  private final Actions actions;
  private final ServiceFactReader facts;
  private final Clock clock;
  private final ServiceReviewRepository repository = new ServiceReviewRepository();
  private final Colleagues colleagues = new Colleagues();

  ServiceReviewDesk(
      Database database, Changes changes, Actions actions, ServiceFactReader facts, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.actions = actions;
    this.facts = facts;
    this.clock = clock;
  }

  /** Whoever begins what somebody has begun goes on with it. */
  void begin(ServiceQuarter quarter, Actor by) {
    ServiceReview begun = ServiceReview.begun(quarter, hand(by));
    database.inTransaction(
        transaction -> {
          if (repository.begin(transaction, begun)) {
            changes.record(transaction, List.of(ServiceReviewChange.of(begun)));
          }
          return null;
        });
  }

  private ReviewHand hand(Actor by) {
    return new ReviewHand(by.name(), Json.asRead(clock.instant()));
  }

  /** What follows from the quarter. */
  record SaveConclusions(String conclusions) {
    SaveConclusions {
      TextLimit.atMost("conclusions", conclusions, LONGEST);
      conclusions = Optional.ofNullable(conclusions).map(Blanks::stripped).orElse("");
    }
  }

  /**
   * @param startedFrom the version that whoever writes has read
   */
  void conclude(
      ServiceQuarter quarter, SaveConclusions wanted, Optional<Long> startedFrom, Actor by) {
    database.inTransaction(
        transaction -> {
          ServiceReview before = lockOpen(transaction, quarter);
          if (!before.conclusions().equals(wanted.conclusions())) {
            requireStartedFrom(before, startedFrom);
            save(transaction, before.concluded(wanted.conclusions(), hand(by)), Optional.empty());
          }
          return null;
        });
  }

  private ServiceReview lockOpen(Queries transaction, ServiceQuarter quarter) {
    ServiceReview found =
        repository
            .lock(transaction, quarter)
            .orElseThrow(() -> new Rejection.Conflict("Nobody has begun this review yet"));
    if (found.signed().isPresent()) {
      throw new Rejection.Conflict("It is signed; what was wrong is said beside it");
    }
    return found;
  }

  private static void requireStartedFrom(ServiceReview before, Optional<Long> startedFrom) {
    if (startedFrom.filter(version -> version != before.version()).isPresent()) {
      throw new Rejection.ChangedMeanwhile(before, before.changed().by(), before.changed().at());
    }
  }

  private void save(Queries transaction, ServiceReview review, Optional<ServiceFacts> signed) {
    repository.save(transaction, review, signed);
    changes.record(transaction, List.of(ServiceReviewChange.of(review)));
  }

  /**
   * What somebody does because of the review.
   *
   * @param owner by e-mail address
   * @param due the last day, where the plant is
   */
  record ReviewAction(String text, String owner, LocalDate due) {
    ReviewAction {
      if (owner == null || owner.isBlank()) {
        throw new Rejection.Invalid("owner", "Say who does it, by e-mail address");
      }
    }
  }

  void raise(ServiceQuarter quarter, ReviewAction wanted, Actor by) {
    ActionSource source =
        new ActionSource(
            SOURCE,
            quarter.number(),
            "Service review, Q%d %d".formatted(quarter.part(), quarter.year()));
    database.inTransaction(
        transaction -> {
          ServiceReview review = lockOpen(transaction, quarter);
          long owner =
              colleagues.require(transaction, "owner", List.of(wanted.owner())).getFirst().id();
          actions.raise(
              transaction,
              new NewAction(wanted.text(), owner, wanted.due(), Optional.of(source), Set.of()),
              by);
          changes.record(transaction, List.of(ServiceReviewChange.of(review)));
          return null;
        });
  }

  /**
   * Freezes it with what the quarter says now.
   *
   * @param startedFrom the version that whoever signs has read
   */
  void sign(ServiceQuarter quarter, LocalDate today, Optional<Long> startedFrom, Actor by) {
    // Counted before the review is locked: who reads many rooms holds up nobody who writes.
    ServiceFacts counted = facts.of(quarter, today);
    database.inTransaction(
        transaction -> {
          ServiceReview before = lockOpen(transaction, quarter);
          requireStartedFrom(before, startedFrom);
          if (before.conclusions().isEmpty()) {
            throw new Rejection.Conflict("Write what follows from it before you sign");
          }
          save(transaction, before.signedBy(hand(by)), Optional.of(counted));
          return null;
        });
  }

  /** What was wrong in what was signed. */
  record CorrectReview(String text) {
    CorrectReview {
      TextLimit.atMost("text", text, LONGEST_CORRECTION);
      text = Optional.ofNullable(text).map(Blanks::stripped).orElse("");
      if (text.isEmpty()) {
        throw new Rejection.Invalid("text", "Say what was wrong");
      }
    }
  }

  void correct(ServiceQuarter quarter, CorrectReview wanted, Actor by) {
    database.inTransaction(
        transaction -> {
          ServiceReview review =
              repository
                  .lock(transaction, quarter)
                  .filter(found -> found.signed().isPresent())
                  .orElseThrow(
                      () -> new Rejection.Conflict("It is not signed yet: change it instead"));
          List<ReviewCorrection> before = repository.corrections(transaction, quarter);
          if (before.size() >= MOST_CORRECTIONS) {
            throw new Rejection.Conflict(
                "The limit of %d corrections has been reached".formatted(MOST_CORRECTIONS));
          }
          ReviewHand hand = hand(by);
          repository.correct(
              transaction, quarter, new ReviewCorrection(wanted.text(), hand.by(), hand.at()));
          changes.record(transaction, List.of(ServiceReviewChange.of(review)));
          return null;
        });
  }
}
