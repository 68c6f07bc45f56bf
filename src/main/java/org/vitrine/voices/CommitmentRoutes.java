package org.vitrine.voices;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.people.Colleagues.Colleague;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.voices.CommitmentProfile.ProfileVersion;
import org.vitrine.voices.CommitmentTable.CommitmentRow;

/** By when answers are promised, what is asked after a delivery, and who hears of it last. */
final class CommitmentRoutes implements Routes {
  private static final int MOST_ROWS = 100;

  private final CommitmentProfiles profiles;
  private final CareQuestions questions;
  private final VoiceSettings settings;
  private final Guards guards;

  CommitmentRoutes(
      CommitmentProfiles profiles, CareQuestions questions, VoiceSettings settings, Guards guards) {
    this.profiles = profiles;
    this.questions = questions;
    this.settings = settings;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers = guards.may(Permission.ANSWER_VOICES);
    Endpoint.Guard keepers = guards.may(Permission.KEEP_DEPARTMENTS);
    Endpoint.Guard administrators = guards.may(Permission.MANAGE_PEOPLE);
    return List.of(
        Routes.get("/api/commitments", readers, this::showCommitments),
        Routes.put("/api/commitments", keepers, this::saveCommitments),
        Routes.get("/api/care-questions", keepers, this::showQuestions),
        Routes.put("/api/care-questions", keepers, this::saveQuestions),
        Routes.get("/api/voice-settings", keepers, this::showSettings),
        Routes.put("/api/voice-settings", administrators, this::saveSettings));
  }

  /**
   * @param version nought for the default, which nobody saved
   */
  record CommitmentsAnswer(
      int version,
      Optional<Instant> savedAt,
      Optional<String> savedBy,
      List<CommitmentRow> targets) {

    static CommitmentsAnswer of(ProfileVersion newest) {
      Optional<String> by = Optional.ofNullable(newest.savedBy());
      return new CommitmentsAnswer(
          newest.version(), by.map(somebody -> newest.savedAt()), by, newest.table().rows());
    }
  }

  record SaveCommitments(List<CommitmentRow> targets) {
    SaveCommitments {
      if (targets == null || targets.isEmpty()) {
        throw new Rejection.Invalid("targets", "Give at least one tier and kind with its times");
      }
      if (targets.size() > MOST_ROWS) {
        throw new Rejection.Invalid("targets", "Give each tier and kind once");
      }
    }
  }

  record SaveCareQuestions(List<CareQuestion> questions) {
    SaveCareQuestions {
      if (questions == null) {
        throw new Rejection.Invalid("questions", "Give the questions; none for the default alone");
      }
    }
  }

  /**
   * @param chosen by e-mail address; absent for nobody
   */
  record SaveVoiceSettings(Optional<String> chosen) {
    SaveVoiceSettings {
      chosen = chosen == null ? Optional.empty() : chosen.filter(email -> !email.isBlank());
    }
  }

  /**
   * @param name of the one who is chosen
   */
  record VoiceSettingsAnswer(Optional<String> chosen, Optional<String> name) {}

  private void showCommitments(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(CommitmentsAnswer.of(profiles.newest()));
  }

  private void saveCommitments(Exchange exchange) {
    exchange.reply(
        profiles.save(exchange.body(SaveCommitments.class).targets(), guards.actor(exchange)));
  }

  private void showQuestions(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(Map.of("questions", questions.all()));
  }

  private void saveQuestions(Exchange exchange) {
    questions.save(exchange.body(SaveCareQuestions.class).questions(), guards.actor(exchange));
    exchange.reply(Map.of("questions", questions.all()));
  }

  private void showSettings(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(settingsAnswer());
  }

  private void saveSettings(Exchange exchange) {
    settings.choose(exchange.body(SaveVoiceSettings.class).chosen(), guards.actor(exchange));
    exchange.reply(settingsAnswer());
  }

  private VoiceSettingsAnswer settingsAnswer() {
    Optional<Colleague> chosen = settings.chosen();
    return new VoiceSettingsAnswer(chosen.map(Colleague::email), chosen.map(Colleague::name));
  }
}
