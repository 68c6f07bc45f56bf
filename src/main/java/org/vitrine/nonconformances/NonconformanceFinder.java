package org.vitrine.nonconformances;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.access.Permission;
import org.vitrine.feature.Findable;
import org.vitrine.feature.Findable.FoundText;
import org.vitrine.feature.SearchSource;
import org.vitrine.nonconformances.NonconformanceAnchor.AnchoredOrder;
import org.vitrine.platform.database.Queries;

/** Finds nonconformances by their number, what is wrong, and where it showed. */
final class NonconformanceFinder implements SearchSource {
  private final NonconformanceRepository repository = new NonconformanceRepository();
  private final NonconformanceListRepository lists = new NonconformanceListRepository();

  @Override
  public String kind() {
    return "nonconformance";
  }

  @Override
  public Set<Permission> foundWith() {
    return Set.of(Permission.RAISE_NONCONFORMANCES);
  }

  @Override
  public Set<String> hears() {
    return Set.of(NonconformanceChange.KIND);
  }

  @Override
  public List<Findable> read(Queries queries, Collection<String> keys) {
    List<NonconformanceNumber> numbers =
        keys.stream().flatMap(key -> NonconformanceNumber.of(key).stream()).toList();
    return repository.find(queries, numbers).stream().map(NonconformanceFinder::findable).toList();
  }

  private static Findable findable(Nonconformance one) {
    String number = one.number().toString();
    NonconformanceAnchor anchor = one.anchor();
    List<String> places =
        Stream.of(
                anchor.order().map(AnchoredOrder::number),
                anchor.station(),
                anchor.lot(),
                anchor.piece())
            .flatMap(Optional::stream)
            .toList();
    return new Findable(
        number,
        Optional.empty(),
        true,
        new FoundText(
            one.finding().title(),
            Optional.of(
                String.join(" · ", Stream.concat(Stream.of(number), places.stream()).toList())),
            "/nonconformances/" + number,
            true),
        List.of(number),
        Stream.concat(places.stream(), one.finding().problem().stream()).toList(),
        one.raised().at());
  }

  @Override
  public List<String> after(Queries queries, String key, int limit) {
    return lists.after(queries, key, limit);
  }
}
