package org.vitrine.orders;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.feature.Findable;
import org.vitrine.feature.Findable.FoundText;
import org.vitrine.feature.SearchSource;
import org.vitrine.orders.OrderFindRepository.OrderedProduct;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * Finds the products that were ordered, each once for the house and once for every company that
 * ordered it; they lead to the newest order of them.
 */
final class OrderedProductFinder implements SearchSource {
  private final OrderFindRepository repository = new OrderFindRepository();

  @Override
  public String kind() {
    return "product";
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
    Map<String, Findable> found = new LinkedHashMap<>();
    for (OrderedProduct product :
        repository.products(queries, keys.stream().map(OrderKey::of).toList())) {
      String name = OrderFinder.texts(product.product()).iterator().next();
      Findable house = findable(name, Optional.empty(), product);
      CompanyId company = product.company();
      Findable own = findable(company.value() + "/" + name, Optional.of(company), product);
      found.put(house.key(), house);
      found.put(own.key(), own);
    }
    return List.copyOf(found.values());
  }

  private static Findable findable(
      String key, Optional<CompanyId> company, OrderedProduct product) {
    return new Findable(
        key,
        company,
        company.isEmpty(),
        new FoundText(
            Json.tree(product.product()),
            Json.tree(product.order()),
            "/orders/" + FoundText.encoded(product.order()),
            false),
        List.of(),
        List.of(),
        product.at());
  }

  @Override
  public List<String> after(Queries queries, String key, int limit) {
    return repository.after(queries, key, limit);
  }
}
