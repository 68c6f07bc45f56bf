package org.vitrine.servicereviews;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.access.Actor;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * The door to quarterly reviews of the service: prepared from what the rooms below know, concluded
 * and signed by people.
 */
public final class ServiceReviews {
  private final ZoneId zone;
  private final Clock clock;
  private final ServiceReviewDesk desk;
  private final ServiceReviewReader reader;
  private final ServiceReviewRepository repository = new ServiceReviewRepository();

  /**
   * @param zone where the plant is: there quarters begin
   */
  public ServiceReviews(
      Database database, Changes changes, ServiceReviewGround ground, ZoneId zone, Clock clock) {
    this.zone = zone;
    this.clock = clock;
    ServiceFactReader facts = new ServiceFactReader(database, ground, zone);
    this.desk = new ServiceReviewDesk(database, changes, ground.actions(), facts, clock);
    this.reader = new ServiceReviewReader(database, ground.actions(), facts, zone);
  }

  /**
   * A review that waits for somebody.
   *
   * @param quarter written 2026-Q3
   * @param since the day after it
   */
  public record DueReview(String quarter, LocalDate since, boolean begun) {}

  /**
   * That of the last quarter, from the day after it until it is signed, and what else was begun;
   * the oldest first. The house has to have had a customer by then.
   */
  public List<DueReview> due(Queries queries, Instant now) {
    ServiceQuarter last = ServiceQuarter.of(LocalDate.ofInstant(now, zone)).before();
    List<ServiceReview> open = repository.open(queries);
    boolean waits =
        repository.find(queries, last).isEmpty()
            && repository
                .firstDay(queries, zone)
                .filter(day -> !day.isAfter(last.last()))
                .isPresent();
    return Stream.concat(
            open.stream().map(review -> due(review.quarter(), true)),
            Stream.of(last).filter(any -> waits).map(quarter -> due(quarter, false)))
        .toList();
  }

  private static DueReview due(ServiceQuarter quarter, boolean begun) {
    return new DueReview(quarter.toString(), quarter.last().plusDays(1), begun);
  }

  /** Which day it is where the plant is. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** Throws {@link Rejection.NotFound} where it is no quarter, or not over yet. */
  ServiceQuarter require(String text) {
    return over(text)
        .orElseThrow(
            () ->
                new Rejection.NotFound(
                    "“%s” is no quarter that is over".formatted(Excerpt.of(text))));
  }

  private Optional<ServiceQuarter> over(String text) {
    return ServiceQuarter.read(text).filter(quarter -> quarter.isOver(today()));
  }

  /** The same of what was sent, at its field. */
  ServiceQuarter requireSent(String text) {
    return over(text)
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "quarter",
                    "“%s” is no quarter that is over, such as 2026-Q3"
                        .formatted(Excerpt.of(text == null ? "" : text))));
  }

  /** What somebody does about the review of the last quarter, for rooms that let them so. */
  public ServiceReviewHost last(Actor by) {
    return new ServiceReviewHost(this, ServiceQuarter.of(today()).before(), by);
  }

  /** Whether no review was begun yet. */
  public boolean areNone(Queries queries) {
    return repository.all(queries, 1).isEmpty();
  }

  ServiceReviewDesk desk() {
    return desk;
  }

  ServiceReviewReader reader() {
    return reader;
  }
}
