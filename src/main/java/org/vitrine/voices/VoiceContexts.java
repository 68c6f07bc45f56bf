package org.vitrine.voices;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.people.Colleagues;
import org.vitrine.people.Contacts;
import org.vitrine.platform.database.Queries;
import org.vitrine.voices.AgreedService.CompanyClocks;
import org.vitrine.voices.VoicePeople.StaffName;

/** Reads what decides, beside a voice's events, what follows from them; for the house. */
final class VoiceContexts {
  private static final int MOST_TOLD = 20;

  private final Departments departments;
  private final CommitmentProfiles profiles;
  private final VoiceSettingsRepository settings = new VoiceSettingsRepository();
  private final Colleagues colleagues = new Colleagues();
  private final Contacts contacts = new Contacts();

  VoiceContexts(Departments departments, CommitmentProfiles profiles) {
    this.departments = departments;
    this.profiles = profiles;
  }

  VoiceContext of(Queries queries, CompanyId company) {
    return new VoiceContext(
        profiles.read(queries), people(queries, company), clocks(queries, company));
  }

  private Optional<CompanyClocks> clocks(Queries queries, CompanyId company) {
    return Optional.of(profiles.agreed().clocks(queries, company));
  }

  /** Where nobody is told of what happens to the voices of one company. */
  VoiceContext untold(Queries queries, CompanyId company) {
    return new VoiceContext(profiles.read(queries), VoicePeople.NOBODY, clocks(queries, company));
  }

  /** Where nobody is told of anything. */
  VoiceContext untold(Queries queries) {
    return new VoiceContext(profiles.read(queries), VoicePeople.NOBODY, Optional.empty());
  }

  private VoicePeople people(Queries queries, CompanyId company) {
    Optional<Long> chosen = settings.chosen(queries);
    List<Colleagues.HouseMember> present = colleagues.present(queries);
    return new VoicePeople(
        StaffName.of(colleagues.managersOf(queries, company)),
        StaffName.of(present.stream().filter(Colleagues.HouseMember::administers).toList()),
        StaffName.of(present).stream()
            .filter(one -> chosen.filter(id -> id == one.id()).isPresent())
            .findFirst(),
        departments.all(queries).stream()
            .collect(Collectors.toMap(Department::code, Function.identity())),
        present.stream().map(Colleagues.HouseMember::id).collect(Collectors.toSet()),
        contacts.of(queries, company, MOST_TOLD));
  }
}
