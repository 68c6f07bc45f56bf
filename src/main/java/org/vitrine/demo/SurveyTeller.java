package org.vitrine.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.access.Sessions;
import org.vitrine.actions.ActionNumber;
import org.vitrine.demo.SurveyScript.NamedTheme;
import org.vitrine.demo.SurveyScript.ScriptedAlarm;
import org.vitrine.demo.SurveyScript.ScriptedSheet;
import org.vitrine.demo.SurveyScript.ScriptedSurvey;
import org.vitrine.demo.SurveyScript.ScriptedThanks;
import org.vitrine.demo.SurveyScript.ThanksGiven;
import org.vitrine.meetings.MeetingNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.surveys.SheetChannel;
import org.vitrine.surveys.SurveyCode;
import org.vitrine.surveys.SurveyHost;
import org.vitrine.surveys.SurveyPlan;
import org.vitrine.surveys.ThanksDraft;
import org.vitrine.surveys.ThanksDraft.ThanksDeed;
import org.vitrine.voices.VoiceNumber;

/**
 * Asks customers of the demo plant, answers for them, and brings the results back, each thing at
 * its own time. It does so once: where there is a survey it was done.
 */
final class SurveyTeller {
  private static final Logger LOG = LoggerFactory.getLogger(SurveyTeller.class);
  private static final String KEEPER = "chen.yu@foshan.example";
  private static final MeetingNumber NEXT_MEETING = new MeetingNumber(2);
  private static final Duration SOLVED_AFTER = Duration.ofDays(4);

  private final TellerGround ground;
  private final PlantRepository repository = new PlantRepository();

  SurveyTeller(TellerGround ground) {
    this.ground = ground;
  }

  void tellOnce() {
    if (!ground.rooms().surveys().newest(ground.database(), 1).isEmpty()) {
      return;
    }
    try {
      SurveyScript.read().surveys().forEach(this::tell);
    } finally {
      ground.clock().showReal();
    }
  }

  private void tell(ScriptedSurvey survey) {
    SurveyCode code = new SurveyCode(survey.code());
    SurveyHost host = ground.rooms().surveyResults().by(ground.people().get(KEEPER));
    ground.clock().showPast(morning(survey.days().opens()));
    host.ask(code, plan(survey), survey.asked().stream().map(ground.people()::get).toList());
    survey.answers().forEach(sheet -> answer(host, code, sheet));
    if (survey.thanks() == null) {
      return;
    }
    ground.clock().showPast(morning(survey.days().closes()).minus(Duration.ofHours(1)));
    host.close(code);
    survey.themes().forEach(theme -> name(host, code, theme));
    thank(host, code, survey.thanks());
  }

  private Instant morning(int daysAgo) {
    return today().minusDays(daysAgo).atTime(10, 0).atZone(ground.zone()).toInstant();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(ground.clock().real(), ground.zone());
  }

  private SurveyPlan plan(ScriptedSurvey survey) {
    return new SurveyPlan(
        survey.frame().title(),
        survey.frame().introduction(),
        survey.frame().occasion(),
        survey.frame().privacy(),
        null,
        morning(survey.days().opens()),
        morning(survey.days().closes()),
        survey.questions());
  }

  private void answer(SurveyHost host, SurveyCode code, ScriptedSheet sheet) {
    Instant at = morning(sheet.daysAgo()).plus(Duration.ofHours(5));
    ground.clock().showPast(at);
    if (sheet.channel() == SheetChannel.PHONE || sheet.channel() == SheetChannel.VISIT) {
      host.writeDown(code, sheet.by(), sheet.channel(), sheet.answers());
      return;
    }
    Caller.SignedIn by = ground.people().get(sheet.by());
    host.answered(code, by, sheet.channel(), sheet.answers(), sheet.mayFollow());
    Optional.ofNullable(sheet.alarm()).ifPresent(alarm -> solve(by, alarm, at));
  }

  /** The message that it opened is answered, and solved some days later. */
  private void solve(Caller.SignedIn said, ScriptedAlarm alarm, Instant at) {
    VoiceNumber number = repository.saidBy(ground.database(), said.id(), at).orElseThrow();
    Caller.SignedIn by = ground.people().get(alarm.by());
    ground.clock().showPast(at.plus(Duration.ofMinutes(35)));
    ground.rooms().voices().handling().see(by, number);
    ground.clock().showPast(at.plus(SOLVED_AFTER));
    ground.rooms().voices().close(by, number, alarm.answer(), Optional.empty());
  }

  private void name(SurveyHost host, SurveyCode code, NamedTheme theme) {
    long key =
        host.name(
            code,
            theme.question(),
            theme.name(),
            text -> theme.texts().stream().anyMatch(text::contains));
    if (theme.agenda()) {
      try {
        host.discuss(code, key, NEXT_MEETING);
      } catch (Rejection refused) {
        LOG.warn("The demo plant’s theme {} was refused: {}", theme.name(), refused.getMessage());
      }
    }
  }

  private void thank(SurveyHost host, SurveyCode code, ScriptedThanks thanks) {
    ground.clock().showPast(morning(thanks.daysAgo()));
    List<Long> actions =
        host.thank(
            code,
            new ThanksDraft(
                thanks.words(),
                thanks.deeds().stream()
                    .map(deed -> new ThanksDeed(deed.text(), due(deed), deed.owner()))
                    .toList()));
    for (int at = 0; at < actions.size(); at++) {
      done(thanks.deeds().get(at), new ActionNumber(actions.get(at)));
    }
  }

  private LocalDate due(ThanksGiven deed) {
    return today().minusDays(deed.dueDaysAgo());
  }

  private void done(ThanksGiven deed, ActionNumber number) {
    Caller.SignedIn owner = ground.people().get(deed.owner());
    ground.clock().showPast(morning(deed.dueDaysAgo() + 1));
    ground
        .database()
        .inTransaction(
            transaction ->
                ground
                    .rooms()
                    .actions()
                    .done(
                        transaction,
                        number,
                        deed.done(),
                        Actor.person(owner.id(), owner.name(), Sessions.From.NOWHERE)));
  }
}
