package org.vitrine.voices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.voices.VoiceListRepository.CountedVoice;

/** The door to what was said, with its clocks as they stand while it is not closed: for staff. */
public final class OpenVoices {
  private final CommitmentProfiles profiles;
  private final VoiceListRepository repository = new VoiceListRepository();

  OpenVoices(CommitmentProfiles profiles) {
    this.profiles = profiles;
  }

  /**
   * The first of many, due first, as lists show them.
   *
   * @param total how many there are
   */
  public record OpenPart(List<ObjectNode> rows, long total) {}

  /** What these companies said. */
  public OpenPart ofCompanies(
      Queries queries,
      Collection<CompanyId> companies,
      Collection<Department> departments,
      int most) {
    return part(open(queries, companies, List.of(), most), departments);
  }

  /** What these departments have to answer. */
  public OpenPart ofDepartments(
      Queries queries, Collection<String> codes, Collection<Department> departments, int most) {
    return part(open(queries, List.of(), codes, most), departments);
  }

  private List<CountedVoice> open(
      Queries queries, Collection<CompanyId> companies, Collection<String> codes, int most) {
    return repository.open(queries, companies, codes, profiles.agreed().fastLane(queries), most);
  }

  /** What a voice is about, whether it is closed or not. */
  public Optional<VoiceAnchor> anchorOf(Queries queries, VoiceNumber number) {
    return new VoiceRepository()
        .find(queries, List.of(number), Optional.empty(), Optional.empty()).stream()
            .findFirst()
            .map(Voice::anchor);
  }

  /** Which of these are closed at this moment. */
  public List<VoiceNumber> closed(Queries queries, Collection<VoiceNumber> numbers) {
    return new VoiceRepository()
        .find(queries, numbers, Optional.empty(), Optional.empty()).stream()
            .filter(voice -> voice.state() == Voice.VoiceState.CLOSED)
            .map(Voice::number)
            .toList();
  }

  private static OpenPart part(List<CountedVoice> found, Collection<Department> departments) {
    Map<String, Department> byCode =
        departments.stream().collect(Collectors.toMap(Department::code, Function.identity()));
    return new OpenPart(
        found.stream().map(one -> VoiceRows.row(one.row(), byCode)).toList(),
        found.isEmpty() ? 0 : found.getFirst().total());
  }
}
