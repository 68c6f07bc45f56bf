package org.vitrine.voices;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.voices.VoicePeople.StaffName;
import org.vitrine.voices.VoicePeopleRepository.HouseMember;

/** Reads what decides, beside a voice's events, what follows from them; for the house. */
final class VoiceContexts {
  private static final int MOST_TOLD = 20;

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
    List<HouseMember> house = people.house(queries);
    return new VoicePeople(
        people.managers(queries, company),
        house.stream().filter(HouseMember::administers).map(HouseMember::name).toList(),
        house.stream()
            .map(HouseMember::name)
            .filter(one -> chosen.filter(id -> id == one.id()).isPresent())
            .findFirst(),
        departments.all(queries).stream()
            .collect(Collectors.toMap(Department::code, Function.identity())),
        house.stream().map(one -> one.name().id()).collect(Collectors.toSet()),
        people.contacts(queries, company, MOST_TOLD).stream().map(StaffName::id).toList());
  }
}
