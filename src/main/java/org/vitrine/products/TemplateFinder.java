package org.vitrine.products;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Permission;
import org.vitrine.feature.Findable;
import org.vitrine.feature.Findable.FoundText;
import org.vitrine.feature.SearchSource;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.products.ProductRepository.StoredProduct;

/** Finds templates of products by their code and their names, whether or not one was ordered. */
final class TemplateFinder implements SearchSource {
  private final ProductRepository repository = new ProductRepository();

  @Override
  public String kind() {
    return "template";
  }

  @Override
  public Set<Permission> foundWith() {
    return Set.of(Permission.KEEP_PRODUCTS);
  }

  @Override
  public Set<String> hears() {
    return Set.of(Products.KIND);
  }

  @Override
  public List<Findable> read(Queries queries, Collection<String> keys) {
    return repository.find(queries, keys).stream().map(TemplateFinder::findable).toList();
  }

  private static Findable findable(StoredProduct found) {
    ProductTemplate template = found.template();
    Instant at = found.savedAt();
    return new Findable(
        template.code(),
        Optional.empty(),
        true,
        new FoundText(
            Json.tree(template.name()),
            Json.tree(template.code()),
            "/products?text=" + FoundText.encoded(template.code()),
            false),
        List.of(template.code()),
        words(template.name()),
        at);
  }

  private static List<String> words(LocalizedText name) {
    List<String> words = new ArrayList<>(name.byLanguage().values());
    Optional.ofNullable(name.plain()).ifPresent(words::add);
    return words;
  }

  @Override
  public List<String> after(Queries queries, String key, int limit) {
    return repository.after(queries, key, limit);
  }
}
