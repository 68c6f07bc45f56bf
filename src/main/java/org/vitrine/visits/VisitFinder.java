package org.vitrine.visits;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.access.Permission;
import org.vitrine.feature.Findable;
import org.vitrine.feature.SearchSource;
import org.vitrine.platform.database.Queries;
import org.vitrine.visits.Visit.VisitPerson;
import org.vitrine.visits.VisitRecord.RecordLine;

/** Finds visits by their number, who was there, where, and what was noted. */
final class VisitFinder implements SearchSource {
  private final VisitWords words;
  private final VisitRepository visits = new VisitRepository();
  private final VisitListRepository lists = new VisitListRepository();
  private final VisitRecordRepository records = new VisitRecordRepository();
  private final TouchRepository touches = new TouchRepository();

  VisitFinder(VisitWords words) {
    this.words = words;
  }

  @Override
  public String kind() {
    return "visit";
  }

  @Override
  public Set<Permission> foundWith() {
    return Set.of(Permission.READ_VISITS, Permission.CONFIRM_VISITS);
  }

  @Override
  public Set<String> hears() {
    return Set.of(VisitChange.KIND);
  }

  @Override
  public List<Findable> read(Queries queries, Collection<String> keys) {
    List<VisitNumber> numbers = VisitListRepository.numbers(keys);
    Map<VisitNumber, VisitRecord> noted = records.find(queries, numbers, Optional.empty());
    List<Visit> found = visits.find(queries, numbers, Optional.empty());
    var companies =
        touches.companies(queries, found.stream().map(Visit::company).distinct().toList());
    return found.stream()
        .map(
            visit ->
                findable(
                    visit,
                    companies.get(visit.company()).name(),
                    Optional.ofNullable(noted.get(visit.number()))))
        .toList();
  }

  /** What was missed is the house's alone. */
  private Findable findable(Visit visit, String company, Optional<VisitRecord> record) {
    String number = visit.number().toString();
    boolean theirs = visit.state() != VisitState.MISSED && visit.state() != VisitState.NOT_NOTED;
    return new Findable(
        number,
        Optional.of(visit.company()).filter(any -> theirs),
        true,
        new Findable.FoundText(
            words.title(visit.plan().kind(), visit.plan().by().name(), company),
            Optional.of(words.day(visit.plan().at())),
            "/visits/" + number,
            true),
        List.of(number),
        Stream.of(
                Stream.of(company, visit.plan().place().orElse("")),
                visit.with().stream().map(VisitPerson::name),
                record.stream().flatMap(one -> one.present().theirs().stream()),
                record.stream().flatMap(one -> one.lines().stream()).map(RecordLine::text))
            .flatMap(some -> some)
            .toList(),
        visit.plan().at());
  }

  @Override
  public List<String> after(Queries queries, String key, int limit) {
    return lists.after(queries, key, limit);
  }
}
