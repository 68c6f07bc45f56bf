package org.vitrine.production;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.access.Permission;
import org.vitrine.feature.Findable;
import org.vitrine.feature.Findable.FoundText;
import org.vitrine.feature.SearchSource;
import org.vitrine.orders.EventKind;
import org.vitrine.orders.OrderKey;
import org.vitrine.orders.OrderRemoved;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.UnitFindRepository.NamedUnit;

/** Finds single units by the serial numbers that readings name; they lead to their order. */
final class UnitFinder implements SearchSource {
  private final UnitFindRepository repository = new UnitFindRepository();

  @Override
  public String kind() {
    return "unit";
  }

  @Override
  public Set<Permission> foundWith() {
    return Set.of(Permission.READ_ORDERS);
  }

  @Override
  public Set<String> hears() {
    return Set.of(OrderVersion.KIND, OrderRemoved.KIND);
  }

  @Override
  public Set<String> passesOver() {
    return Set.of(EventKind.FORECAST_TOLD.code());
  }

  @Override
  public Optional<String> gone(Change change) {
    return OrderRemoved.address(change);
  }

  /** Each names its own unit. */
  @Override
  public boolean hearsOnlyTheNewest() {
    return false;
  }

  @Override
  public String key(Change change) {
    return OrderKey.of(change).toString();
  }

  @Override
  public List<Findable> read(Queries queries, Collection<String> keys) {
    Map<Boolean, List<OrderKey>> wanted =
        keys.stream()
            .map(OrderKey::of)
            .collect(Collectors.partitioningBy(key -> key.version().isPresent()));
    List<NamedUnit> units = new ArrayList<>();
    if (!wanted.get(true).isEmpty()) {
      units.addAll(repository.namedByEvents(queries, wanted.get(true)));
    }
    if (!wanted.get(false).isEmpty()) {
      units.addAll(repository.namedInOrders(queries, wanted.get(false)));
    }
    return units.stream().map(UnitFinder::findable).toList();
  }

  private static Findable findable(NamedUnit unit) {
    return new Findable(
        unit.order() + "/" + unit.unit(),
        Optional.of(unit.company()),
        true,
        new FoundText(
            unit.unit(),
            Optional.of(unit.orderNumber()),
            "/orders/" + FoundText.encoded(unit.orderNumber()),
            false),
        List.of(unit.unit()),
        List.of(),
        unit.at());
  }

  @Override
  public List<String> after(Queries queries, String key, int limit) {
    return repository.after(queries, key, limit);
  }
}
