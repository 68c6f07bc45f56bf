package org.vitrine.voices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.voices.VoiceListRepository.CountedVoice;

/** The door to what is not closed, with its clocks as they stand: for staff. */
public final class OpenVoices {
  private final VoiceListRepository repository = new VoiceListRepository();

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
    return part(repository.open(queries, companies, List.of(), most), departments);
  }

  /** What these departments have to answer. */
  public OpenPart ofDepartments(
      Queries queries, Collection<String> codes, Collection<Department> departments, int most) {
    return part(repository.open(queries, List.of(), codes, most), departments);
  }

  private static OpenPart part(List<CountedVoice> found, Collection<Department> departments) {
    Map<String, Department> byCode =
        departments.stream().collect(Collectors.toMap(Department::code, Function.identity()));
    return new OpenPart(
        found.stream().map(one -> VoiceRows.row(one.row(), byCode)).toList(),
        found.isEmpty() ? 0 : found.getFirst().total());
  }
}
