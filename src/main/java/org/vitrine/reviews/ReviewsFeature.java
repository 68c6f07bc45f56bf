package org.vitrine.reviews;

import static org.vitrine.platform.web.MenuPlace.Group.MAIN;

import java.time.Clock;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.Companies;
import org.vitrine.feature.Feature;
import org.vitrine.mail.Mailer;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;
import org.vitrine.platform.words.Words;

/** Ten thousand opinions on a design, each heard, sorted and answered. */
public final class ReviewsFeature {
  private ReviewsFeature() {}

  /** What the feature stands on. */
  public record ReviewGround(
      Database database,
      Database pages,
      Companies companies,
      Changes changes,
      Mailer mailer,
      Words words,
      Clock clock) {}

  public static Feature of(
      Reviews reviews, ReviewGround ground, Guards guards, Idempotency idempotency) {
    Database database = ground.database();
    Changes changes = ground.changes();
    ReviewReader reader = new ReviewReader(database, ground.companies());
    ProposalShelf shelf = new ProposalShelf(database);
    changes.onForget(shelf::forget);
    return Feature.named("reviews")
        .answering(
            new ReviewRoutes(reviews, reader, guards, idempotency),
            new ProposalRoutes(database, reviews, reader, shelf, guards, idempotency),
            new ProposalGroupRoutes(database, reviews, guards, idempotency))
        .showing(
            PageEntry.of("/reviews", "reviews/pages/reviews.js")
                .needing(Permission.READ_REVIEWS.code())
                .inMenu(MAIN, 40, "nav.reviews"),
            PageEntry.of("/reviews/:number", "reviews/pages/review.js")
                .needing(Permission.READ_REVIEWS.code())
                .watching(exchange -> ReviewTopics.ONE + exchange.path("number")))
        .watchedBy(new ReviewTopics(reviews, reader.over(ground.pages())))
        .hearing(new SeatKeeper())
        .doing(reviews.chores())
        .doing(new AnswerMails(database, ground.mailer(), ground.words(), ground.clock()).chore());
  }
}
