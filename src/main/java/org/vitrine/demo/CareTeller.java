package org.vitrine.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.vitrine.Rooms;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.access.Sessions;
import org.vitrine.demo.CareScript.ConcludedQuarter;
import org.vitrine.demo.CareScript.LookedIn;
import org.vitrine.demo.CareScript.SaidNeed;
import org.vitrine.loyalty.SaveNeed;
import org.vitrine.platform.database.Database;
import org.vitrine.servicereviews.ServiceReviewHost;

/**
 * Writes down what customers of the demo plant said of their need, and signs the review of the last
 * quarter. It does so once: where a review was begun it was done.
 */
final class CareTeller {
  private static final String ACCOUNT_MANAGER = "li.wen@foshan.example";
  private static final int HOUR = 15;

  private final Rooms rooms;
  private final Database database;
  private final PlantClock clock;
  private final ZoneId zone;
  private final Map<String, Caller.SignedIn> people;
  private final CareScript script = CareScript.read();

  /**
   * @param zone where the plant is
   * @param people who is who, by e-mail address
   */
  CareTeller(
      Rooms rooms,
      Database database,
      PlantClock clock,
      ZoneId zone,
      Map<String, Caller.SignedIn> people) {
    this.rooms = rooms;
    this.database = database;
    this.clock = clock;
    this.zone = zone;
    this.people = people;
  }

  void tellOnce() {
    if (!rooms.serviceReviews().areNone(database)) {
      return;
    }
    try {
      script.looked().forEach(this::tell);
      script.needs().forEach(this::tell);
      review(script.quarter());
    } finally {
      clock.showReal();
    }
  }

  private void tell(LookedIn looked) {
    clock.showPast(clock.real().minus(Duration.ofHours(looked.hoursAgo())));
    long person = people.get(looked.by()).id();
    database.inTransaction(
        transaction -> rooms.sessions().open(transaction, person, "link", Sessions.From.NOWHERE));
  }

  private void tell(SaidNeed need) {
    Instant at = clock.real().minus(Duration.ofDays(need.daysAgo()));
    clock.showPast(at);
    rooms
        .loyalty()
        .say(
            need.company(),
            new SaveNeed(need.share(), need.need(), need.source(), LocalDate.ofInstant(at, zone)),
            actor(ACCOUNT_MANAGER));
  }

  private void review(ConcludedQuarter quarter) {
    clock.showReal();
    ServiceReviewHost review = rooms.serviceReviews().last(actor(quarter.by()));
    Instant at =
        review.since().plusDays(quarter.signedAfter()).atTime(HOUR, 0).atZone(zone).toInstant();
    if (at.isBefore(clock.real())) {
      clock.showPast(at);
    }
    review.conclude(quarter.conclusions());
    review.raise(
        quarter.action(),
        quarter.owner(),
        LocalDate.ofInstant(clock.real(), zone).plusDays(quarter.dueInDays()));
    review.sign();
  }

  private Actor actor(String email) {
    Caller.SignedIn person = people.get(email);
    return Actor.person(person.id(), person.name(), Sessions.From.NOWHERE);
  }
}
