package org.vitrine.orders;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vitrine.access.Permission;
import org.vitrine.feature.Findable;
import org.vitrine.feature.Findable.FoundText;
import org.vitrine.feature.SearchSource;
import org.vitrine.orders.OrderFindRepository.FoundOrder;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** Finds orders by whatever they are called, by their company, and by what was ordered. */
final class OrderFinder implements SearchSource {
  private final OrderFindRepository repository = new OrderFindRepository();

  @Override
  public String kind() {
    return "order";
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

  /** Each of them: the newest may be a report, of which there is nothing to find. */
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
    return repository.orders(queries, keys.stream().map(OrderKey::of).toList()).stream()
        .flatMap(order -> Stream.of(findable(order), byWorkOrder(order)))
        .filter(found -> !found.numbers().isEmpty())
        .toList();
  }

  private static Findable findable(FoundOrder order) {
    String number = order.numbers().getFirst();
    List<String> words = new ArrayList<>(List.of(order.companyName()));
    order.products().forEach(text -> words.addAll(texts(text)));
    order.descriptions().forEach(text -> words.addAll(texts(text)));
    return new Findable(
        String.valueOf(order.id()),
        Optional.of(order.company()),
        true,
        new FoundText(
            Json.tree(number), detail(order), "/orders/" + FoundText.encoded(number), true),
        order.numbers(),
        words,
        order.at());
  }

  /** Work orders are the plant's own: customers do not find an order by them. */
  private static Findable byWorkOrder(FoundOrder order) {
    String number = order.numbers().getFirst();
    return new Findable(
        order.id() + "/work",
        Optional.empty(),
        true,
        new FoundText(
            number,
            Optional.of(String.join(", ", order.workOrders())),
            "/orders/" + FoundText.encoded(number),
            false),
        order.workOrders(),
        List.of(order.companyName()),
        order.at());
  }

  /** The customer's number and the first product. */
  private static JsonNode detail(FoundOrder order) {
    Optional<String> reference = order.reference();
    Optional<LocalizedText> product = order.products().stream().findFirst();
    if (reference.isEmpty() || product.isEmpty()) {
      return Json.tree(product.map(Json::tree).orElse(Json.tree(reference.orElse(null))));
    }
    String before = reference.get() + " · ";
    if (product.get().plain() != null) {
      return Json.tree(before + product.get().plain());
    }
    Map<String, String> byLanguage = new TreeMap<>();
    product.get().byLanguage().forEach((tag, text) -> byLanguage.put(tag, before + text));
    return Json.tree(byLanguage);
  }

  static Collection<String> texts(LocalizedText text) {
    return text.plain() == null ? text.byLanguage().values() : List.of(text.plain());
  }

  @Override
  public List<String> after(Queries queries, String key, int limit) {
    return repository.after(queries, key, limit);
  }
}
