package org.vitrine.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.access.Sessions;
import org.vitrine.demo.CareScript.ConcludedQuarter;
import org.vitrine.demo.CareScript.LookedIn;
import org.vitrine.demo.CareScript.SaidNeed;
import org.vitrine.loyalty.SaveNeed;
import org.vitrine.servicereviews.ServiceReviewHost;

/**
 * Writes down what customers of the demo plant said of their need, and signs the review of the last
 * quarter. It does so once: where a review was begun it was done.
 */
final class CareTeller {
  private static final String ACCOUNT_MANAGER = "li.wen@foshan.example";
  private static final int HOUR = 15;

  private final TellerGround ground;
  private final CareScript script = CareScript.read();

  CareTeller(TellerGround ground) {
    this.ground = ground;
  }

  void tellOnce() {
    if (!ground.rooms().serviceReviews().areNone(ground.database())) {
      return;
    }
    try {
      script.looked().forEach(this::tell);
      script.needs().forEach(this::tell);
      review(script.quarter());
    } finally {
      ground.clock().showReal();
    }
  }

  private void tell(LookedIn looked) {
    ground.clock().showPast(ground.clock().real().minus(Duration.ofHours(looked.hoursAgo())));
    long person = ground.people().get(looked.by()).id();
    ground
        .database()
        .inTransaction(
            transaction ->
                ground.rooms().sessions().open(transaction, person, "link", Sessions.From.NOWHERE));
  }

  private void tell(SaidNeed need) {
    Instant at = ground.clock().real().minus(Duration.ofDays(need.daysAgo()));
    ground.clock().showPast(at);
    ground
        .rooms()
        .loyalty()
        .say(
            need.company(),
            new SaveNeed(
                need.share(), need.need(), need.source(), LocalDate.ofInstant(at, ground.zone())),
            actor(ACCOUNT_MANAGER));
  }

  private void review(ConcludedQuarter quarter) {
    ground.clock().showReal();
    ServiceReviewHost review = ground.rooms().serviceReviews().last(actor(quarter.by()));
    Instant at =
        review
            .since()
            .plusDays(quarter.signedAfter())
            .atTime(HOUR, 0)
            .atZone(ground.zone())
            .toInstant();
    if (at.isBefore(ground.clock().real())) {
      ground.clock().showPast(at);
    }
    review.conclude(quarter.conclusions());
    review.raise(
        quarter.action(),
        quarter.owner(),
        LocalDate.ofInstant(ground.clock().real(), ground.zone()).plusDays(quarter.dueInDays()));
    review.sign();
  }

  private Actor actor(String email) {
    Caller.SignedIn person = ground.people().get(email);
    return Actor.person(person.id(), person.name(), Sessions.From.NOWHERE);
  }
}
