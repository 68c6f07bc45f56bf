package org.vitrine.voices;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;

/** Reads what decides, beside a voice's events, what follows from them; for the house. */
final class VoiceContexts {
  private final Departments departments;
  private final CommitmentProfiles profiles;
  private final VoiceSettingsRepository settings = new VoiceSettingsRepository();
  private final VoicePeopleRepository people = new VoicePeopleRepository();

  VoiceContexts(Departments departments, CommitmentProfiles profiles) {
    this.departments = departments;
    this.profiles = profiles;
  }

  VoiceContext of(Queries queries, CompanyId company) {
    return new VoiceContext(profiles.read(queries), people(queries, company));
  }

  /** Where nobody is told of anything. */
  VoiceContext untold(Queries queries) {
    return new VoiceContext(profiles.read(queries), VoicePeople.NOBODY);
  }

  private VoicePeople people(Queries queries, CompanyId company) {
    Optional<Long> chosen = settings.chosen(queries);
    return new VoicePeople(
        people.managers(queries, company),
        people.administrators(queries),
        chosen.flatMap(person -> people.staff(queries, List.of(person)).stream().findFirst()),
        departments.all(queries).stream()
            .collect(Collectors.toMap(Department::code, Function.identity())));
  }
}
