package org.vitrine.surveys;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.Recipient;
import org.vitrine.people.Contacts;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Language;
import org.vitrine.voices.SaidElsewhere;
import org.vitrine.voices.VoiceKind;
import org.vitrine.voices.VoiceOrigin;
import org.vitrine.voices.VoiceParty;
import org.vitrine.voices.VoiceParty.VoiceSide;
import org.vitrine.voices.Voices;

/**
 * What alarms becomes a message at once, with its clock, while the survey goes on: of a named
 * answer always, of a confidential one where whoever answered said that it may, of an anonymous one
 * never.
 */
final class AlarmDesk implements SheetFollower {
  /** What messages name as their origin. */
  static final String ORIGIN = "survey";

  private final Database database;
  private final Changes changes;
  private final Voices voices;
  private final Clock clock;
  private final SurveyRepository surveys = new SurveyRepository();
  private final AlarmRepository repository = new AlarmRepository();
  private final Contacts contacts = new Contacts();

  AlarmDesk(Database database, Changes changes, Voices voices, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.voices = voices;
    this.clock = clock;
  }

  AlarmRules find(SurveyCode code) {
    surveys.find(database, code).orElseThrow(SurveyDesk::notHere);
    return repository.find(database, code).orElse(AlarmRules.USUAL);
  }

  /** From now on; what was answered before stays as it was. */
  AlarmRules save(SurveyCode code, AlarmRules rules, String by) {
    return database.inTransaction(
        transaction -> {
          Survey survey = surveys.lock(transaction, code).orElseThrow(SurveyDesk::notHere);
          rules.requireFits(survey.plan());
          repository.save(transaction, code, rules, Json.asRead(clock.instant()), by);
          changes.record(transaction, List.of(SurveyChange.of(code, survey.version())));
          return rules;
        });
  }

  @Override
  public void answered(Queries transaction, Survey survey, AnswerSheet sheet, long person) {
    boolean may =
        switch (survey.plan().privacy()) {
          case NAMED -> true;
          case CONFIDENTIAL -> sheet.mayFollow();
          case ANONYMOUS -> false;
        };
    if (may && sheet.company().isPresent()) {
      CompanyId company = sheet.company().get();
      contacts
          .recipient(transaction, person, company)
          .ifPresent(to -> raise(transaction, survey, sheet, company, person, to));
    }
  }

  private void raise(
      Queries transaction,
      Survey survey,
      AnswerSheet sheet,
      CompanyId company,
      long person,
      Recipient to) {
    AlarmRules rules = repository.find(transaction, survey.code()).orElse(AlarmRules.USUAL);
    SheetAlarm.of(
            survey.plan().questions(),
            sheet.answers(),
            rules,
            to.language().orElse(Language.ENGLISH))
        .ifPresent(
            text ->
                voices.note(
                    transaction,
                    company,
                    new SaidElsewhere(
                        new VoiceOrigin(ORIGIN, survey.code().text()),
                        new VoiceParty(VoiceSide.CUSTOMER, Optional.of(person), to.name()),
                        VoiceKind.COMPLAINT,
                        text)));
  }
}
