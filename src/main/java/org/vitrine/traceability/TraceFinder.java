package org.vitrine.traceability;

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
import org.vitrine.traceability.TraceFindRepository.FoundNode;

/** Finds lots by their codes, those of suppliers included, and pieces by their serials. */
final class TraceFinder implements SearchSource {
  private final String kind;
  private final Set<NodeKind> nodes;
  private final String address;
  private final TraceFindRepository repository = new TraceFindRepository();

  private TraceFinder(String kind, Set<NodeKind> nodes, String address) {
    this.kind = kind;
    this.nodes = nodes;
    this.address = address;
  }

  static TraceFinder lots() {
    return new TraceFinder(TraceChange.LOT, Set.of(NodeKind.LOT, NodeKind.SUPPLIER_LOT), "/lots/");
  }

  static TraceFinder pieces() {
    return new TraceFinder(TraceChange.PIECE, Set.of(NodeKind.PIECE), "/pieces/");
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Set<Permission> foundWith() {
    return Set.of(Permission.READ_TRACES);
  }

  @Override
  public Set<String> hears() {
    return Set.of(kind);
  }

  @Override
  public List<Findable> read(Queries queries, Collection<String> keys) {
    return repository.find(queries, nodes, keys).stream().map(this::findable).toList();
  }

  private Findable findable(FoundNode node) {
    return new Findable(
        node.kind().code() + "/" + node.key(),
        Optional.empty(),
        true,
        new FoundText(
            Json.tree(node.code()),
            Json.tree(node.product().orElse(null)),
            address + FoundText.encoded(node.code()),
            true),
        List.of(node.code()),
        node.product().map(TraceFinder::words).orElse(List.of()),
        node.at());
  }

  private static List<String> words(LocalizedText product) {
    return product.plain() == null
        ? List.copyOf(product.byLanguage().values())
        : List.of(product.plain());
  }

  @Override
  public List<String> after(Queries queries, String key, int limit) {
    return repository.after(queries, nodes, key, limit);
  }
}
