package org.vitrine.surveys;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.people.Contacts;
import org.vitrine.people.Contacts.KnownContact;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.surveys.AskedRepository.AskedPerson;
import org.vitrine.surveys.SheetRepository.StoredSheet;

/**
 * Where answers are taken. Whoever answers was found behind the wall of their company, or by the
 * secret of their link; then the survey is locked, and in one transaction they are marked as having
 * answered and their answers are kept. An anonymous answer passes no other place: no history, no
 * change, no idempotency key, no log (decision 0112).
 */
final class AnswerDesk {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerDesk.class);

  private final Database database;
  private final Changes changes;
  private final AnswerSheets door;
  private final Clock clock;
  private final List<SheetFollower> followers = new CopyOnWriteArrayList<>();
  private final SurveyRepository surveys = new SurveyRepository();
  private final AskedRepository asked = new AskedRepository();
  private final SheetRepository sheets = new SheetRepository();
  private final AnonymousSheetRepository nameless = new AnonymousSheetRepository();
  private final SurveyPaceRepository pace = new SurveyPaceRepository();
  private final Contacts contacts = new Contacts();

  AnswerDesk(Database database, Changes changes, AnswerSheets door, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.door = door;
    this.clock = clock;
  }

  void followedBy(SheetFollower follower) {
    followers.add(follower);
  }

  /** Who was asked by this survey; not there where it is another’s, or they were not. */
  AskedOne require(SurveyCode code, Answerer by) {
    return switch (by) {
      case Answerer.LinkHolder holder -> requireTheirs(code, holder.asked());
      case Answerer.AskedContact contact ->
          database.onBehalfOf(
              Optional.of(contact.company().value()),
              queries ->
                  asked
                      .find(queries, code, contact.person(), contact.company())
                      .orElseThrow(SurveyDesk::notHere));
      case Answerer.HouseWriter staff -> throw SurveyDesk.notHere();
    };
  }

  /** A link ends with whoever cannot come in any more, or has left the company. */
  private AskedOne requireTheirs(SurveyCode code, AskedOne one) {
    if (!one.survey().equals(code)) {
      throw SurveyDesk.notHere();
    }
    if (contacts.recipient(database, one.person(), one.company()).isEmpty()) {
      throw new Rejection.Gone("This link has ended with your access");
    }
    return one;
  }

  /**
   * Keeps what somebody has begun to answer. Throws {@link Rejection.Conflict} where the survey is
   * anonymous: what is begun stays on their device.
   */
  void draft(SurveyCode code, Answerer by, JsonNode answers) {
    AskedOne one = require(code, by);
    database.inTransaction(
        transaction -> {
          Survey survey = lockOpen(transaction, code);
          if (survey.isAnonymous()) {
            throw new Rejection.Conflict(
                "This survey is anonymous: what is not sent yet stays on your device");
          }
          Map<String, SurveyAnswer> begun = AnswerReading.read(survey.plan().questions(), answers);
          if (!asked.draft(transaction, one, Json.text(AnswerReading.written(begun)))) {
            throw answeredBefore();
          }
          return null;
        });
  }

  /**
   * Takes the answers of one person, once. Throws {@link Rejection.Conflict} the second time, and
   * {@link Rejection.Gone} after the end.
   */
  void take(SurveyCode code, Answerer by, SendAnswers sent) {
    if (by instanceof Answerer.HouseWriter staff) {
      requireWrittenDown(sent);
      database.inTransaction(
          transaction -> {
            Survey survey = lockOpen(transaction, code);
            AskedOne one = spokenWith(transaction, survey, sent.onBehalfOf());
            keep(transaction, survey, one, sent, sent.channel(), Optional.of(staff.name()));
            return null;
          });
      return;
    }
    SheetChannel channel = ownChannel(by, sent);
    AskedOne one = require(code, by);
    boolean isAnonymous =
        database.inTransaction(
            transaction -> {
              Survey survey = lockOpen(transaction, code);
              keep(transaction, survey, one, sent, channel, Optional.empty());
              return survey.isAnonymous();
            });
    if (isAnonymous) {
      scatter(code);
    }
  }

  private static SheetChannel ownChannel(Answerer by, SendAnswers sent) {
    if (sent.onBehalfOf() != null) {
      throw new Rejection.Invalid("onBehalfOf", "You answer for yourself: leave this out");
    }
    if (sent.channel() == null) {
      return by instanceof Answerer.LinkHolder ? SheetChannel.MAIL : SheetChannel.PAGE;
    }
    if (sent.channel() != SheetChannel.PAGE && sent.channel() != SheetChannel.MAIL) {
      throw new Rejection.Invalid("channel", "Must be page or mail");
    }
    return sent.channel();
  }

  private static void requireWrittenDown(SendAnswers sent) {
    if (sent.onBehalfOf() == null || sent.onBehalfOf().isBlank()) {
      throw new Rejection.Invalid("onBehalfOf", "Say by e-mail address whose answers these are");
    }
    if (sent.channel() != SheetChannel.VISIT && sent.channel() != SheetChannel.PHONE) {
      throw new Rejection.Invalid("channel", "Must be visit or phone: you write it down for them");
    }
  }

  private Survey lockOpen(Queries transaction, SurveyCode code) {
    Survey survey = surveys.lock(transaction, code).orElseThrow(SurveyDesk::notHere);
    survey.requireOpen(clock.instant());
    return survey;
  }

  /** Whoever was spoken with; who was not asked before is asked by that, if they may be now. */
  private AskedOne spokenWith(Queries transaction, Survey survey, String email) {
    if (survey.isAnonymous()) {
      throw new Rejection.Conflict(
          "This survey is anonymous: nobody else can write down what somebody says");
    }
    KnownContact contact =
        contacts
            .at(transaction, email.strip())
            .filter(known -> known.mayComeIn() && !known.companies().isEmpty())
            .orElseThrow(
                () ->
                    new Rejection.Invalid(
                        "onBehalfOf",
                        "No customer has the e-mail address “%s”".formatted(Excerpt.of(email))));
    Instant now = now();
    AskedPerson person = new AskedPerson(contact.id(), contact.companies().getFirst());
    asked.add(transaction, survey.code(), List.of(person), "", now);
    AskedOne one = asked.lock(transaction, survey.code(), contact.id()).orElseThrow();
    if (one.at().isEmpty()) {
      if (!pace.ask(transaction, contact.id(), now)) {
        throw new Rejection.Conflict(
            "onBehalfOf",
            "They were asked already, by another survey; they can be asked again on "
                + pace.restsUntil(transaction, contact.id()).map(AnswerDesk::day).orElseThrow());
      }
      surveys.asked(transaction, survey.code());
      asked.asked(transaction, one, now, Optional.empty());
    }
    return one;
  }

  private static LocalDate day(Instant moment) {
    return moment.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private void keep(
      Queries transaction,
      Survey survey,
      AskedOne one,
      SendAnswers sent,
      SheetChannel channel,
      Optional<String> typedBy) {
    Instant now = now();
    if (!asked.answer(
        transaction, one, survey.isAnonymous() ? Optional.empty() : Optional.of(now))) {
      throw answeredBefore();
    }
    Map<String, SurveyAnswer> answers =
        AnswerReading.whole(survey.plan().questions(), sent.answers());
    String written = Json.text(AnswerReading.written(answers));
    if (survey.isAnonymous()) {
      nameless.add(transaction, survey.code(), channel, written);
      return;
    }
    StoredSheet sheet =
        new StoredSheet(
            UUID.randomUUID(),
            one.company(),
            sheets.tier(transaction, one.company()),
            channel,
            now,
            typedBy,
            sent.mayFollow(),
            written);
    sheets.add(transaction, survey.code(), one.person(), sheet);
    AnswerSheet shown = door.sheet(survey, sheet, Optional.empty());
    followers.forEach(follower -> follower.answered(transaction, survey, shown, one.person()));
    changes.record(transaction, List.of(SurveyChange.of(survey.code(), survey.version())));
  }

  /** Apart from the mark: what is left undone here is done with the next answer. */
  private void scatter(SurveyCode code) {
    try {
      database.inTransaction(
          transaction -> {
            surveys.lock(transaction, code);
            nameless.scatter(transaction, code);
            return null;
          });
    } catch (RuntimeException fault) {
      LOG.warn("The answers to survey {} were not written anew this time", code, fault);
    }
  }

  private static Rejection answeredBefore() {
    return new Rejection.Conflict("You have answered this survey already. Thank you!");
  }

  private Instant now() {
    return Json.asRead(clock.instant());
  }
}
