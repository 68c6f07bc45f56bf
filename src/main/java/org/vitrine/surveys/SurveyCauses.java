package org.vitrine.surveys;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.people.Contacts;
import org.vitrine.platform.database.Database;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.surveys.AskedRepository.AskedPerson;
import org.vitrine.surveys.SurveyCauseRepository.SurveyCause;

/** Asks after what happened: an order once all of it has arrived, a complaint once it is solved. */
final class SurveyCauses {
  private static final int DAYS_AFTER = 2;
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final int ASKED_AT_MOST = 5;

  /** What arrived longer ago is not asked after: it may have been told of late, or imported. */
  private static final Duration ASKED_WITHIN = Duration.ofDays(14);

  private final Database database;
  private final OrderSnapshots snapshots;
  private final SurveyFrame frame;
  private final ZoneId zone;
  private final SurveyCauseRepository causes = new SurveyCauseRepository();
  private final SurveyRepository surveys = new SurveyRepository();
  private final AskedRepository asked = new AskedRepository();
  private final Contacts contacts = new Contacts();

  /**
   * @param zone where the plant is: its mornings are those of asking
   */
  SurveyCauses(Database database, OrderSnapshots snapshots, SurveyFrame frame, ZoneId zone) {
    this.database = database;
    this.snapshots = snapshots;
    this.frame = frame;
    this.zone = zone;
  }

  List<SurveyCause> due(Instant now) {
    return causes.due(database, now);
  }

  void rest(SurveyCause cause, Instant until) {
    causes.rest(database, cause, until);
  }

  void settle(SurveyCause cause, Instant now) {
    if (cause.occasion() == SurveyOccasion.AFTER_COMPLAINT) {
      ask(cause, cause.key(), now);
      return;
    }
    Optional<OrderSnapshot> order =
        snapshots.newest(List.of(new OrderId(Long.parseLong(cause.key())))).stream().findFirst();
    Optional<Instant> moment =
        order
            .filter(one -> one.order().cancelReason() == null)
            .flatMap(one -> OrderArrival.of(one.order().lines(), one.shipments()))
            .map(day -> day.plusDays(DAYS_AFTER).atTime(MORNING).atZone(zone).toInstant())
            .filter(one -> one.isAfter(now.minus(ASKED_WITHIN)));
    if (moment.isPresent() && moment.get().isAfter(now)) {
      rest(cause, moment.get());
    } else if (moment.isPresent()) {
      ask(cause, order.orElseThrow().order().number().value(), now);
    } else {
      causes.settle(database, cause, now);
    }
  }

  private void ask(SurveyCause cause, String about, Instant now) {
    List<Survey> asking =
        surveys.open(database, cause.occasion(), now).stream()
            .filter(survey -> isAbout(survey, cause.company()))
            .toList();
    database.inTransaction(
        transaction -> {
          if (causes.settle(transaction, cause, now)) {
            List<AskedPerson> people =
                (cause.people().isEmpty()
                        ? contacts.of(transaction, cause.company(), ASKED_AT_MOST)
                        : cause.people())
                    .stream().map(person -> new AskedPerson(person, cause.company())).toList();
            asking.forEach(survey -> asked.add(transaction, survey.code(), people, about, now));
          }
          return null;
        });
  }

  private boolean isAbout(Survey survey, CompanyId company) {
    return frame.companies(survey.plan().audience()).stream()
        .anyMatch(one -> one.id().equals(company));
  }
}
