package org.vitrine.traceability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** The nodes of the graph, in PostgreSQL. */
final class NodeRepository {
  private static final String FIND =
      """
      SELECT n.id, n.kind, n.key
        FROM unnest($1::text[], $2::text[]) AS wanted (kind, key)
        JOIN trace_node n ON n.kind = wanted.kind AND n.key = wanted.key\
      """;

  private static final String ADD =
      """
      INSERT INTO trace_node (kind, code, key, series, number)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]::numeric[])
      ON CONFLICT (kind, key) DO NOTHING\
      """;

  private static final String LOCK =
      """
      SELECT id
        FROM trace_node
       WHERE id = ANY($1)
       ORDER BY id
         FOR NO KEY UPDATE\
      """;

  private static final String SAY_PRODUCT =
      """
      UPDATE trace_node n
         SET material = said.material, product = said.product::jsonb
        FROM unnest($1::bigint[], $2::text[], $3::text[]) AS said (id, material, product)
       WHERE n.id = said.id AND n.material <> said.material AND (n.material = '' OR $4)
      RETURNING n.id\
      """;

  private static final String USES =
      """
      INSERT INTO trace_use (made, used, supplied)
      SELECT DISTINCT made.material, used.material, used.kind = 'supplier-lot'
        FROM %s
        JOIN trace_node made ON made.id = c.output
        JOIN trace_node used ON used.id = c.input
       WHERE made.material <> ''
       ORDER BY 1, 2, 3
      ON CONFLICT DO NOTHING\
      """;

  private static final String NOTE_USES =
      USES.formatted("unnest($1::bigint[], $2::bigint[]) AS c (output, input)");

  private static final String NOTE_USES_OF =
      USES.formatted(
          """
          (SELECT output, input FROM consumption WHERE output = ANY($1) AND withdrawn_at IS NULL
                 UNION
                 SELECT output, input FROM consumption WHERE input = ANY($1) AND withdrawn_at IS NULL) AS c\
          """);

  private static final String FORGET =
      """
      DELETE FROM trace_node n
       WHERE n.id = ANY($1)
         AND NOT EXISTS (SELECT FROM lot l WHERE l.node = n.id)
         AND NOT EXISTS (SELECT FROM piece p WHERE p.node = n.id)
         AND NOT EXISTS (SELECT FROM consumption c WHERE c.output = n.id)
         AND NOT EXISTS (SELECT FROM consumption c WHERE c.input = n.id)
         AND NOT EXISTS (SELECT FROM shipped_lot s WHERE s.node = n.id)
         AND NOT EXISTS (SELECT FROM trace_passage p WHERE p.node = n.id)\
      """;

  Map<NodeName, Long> find(Queries queries, Collection<NodeName> names) {
    Map<String, NodeName> byKey = new HashMap<>();
    names.forEach(name -> byKey.put(name.kind().code() + ' ' + name.key(), name));
    Map<NodeName, Long> found = new HashMap<>();
    queries.find(
        "trace.find_nodes",
        FIND,
        row ->
            found.put(
                byKey.get(row.getString("kind") + ' ' + row.getString("key")), row.getLong("id")),
        Sql.column(byKey.values(), name -> name.kind().code(), String[]::new),
        Sql.column(byKey.values(), NodeName::key, String[]::new));
    return found;
  }

  Optional<Long> find(Queries queries, NodeName name) {
    return Optional.ofNullable(find(queries, List.of(name)).get(name));
  }

  /** Nodes by their names, and those of which nobody had heard before. */
  record NamedNodes(Map<NodeName, Long> ids, List<NodeName> fresh) {
    long id(NodeName name) {
      return ids.get(name);
    }
  }

  /** The nodes of these names; those that nobody has named before are made. */
  NamedNodes ensure(Queries transaction, Collection<NodeName> names) {
    Map<NodeName, Long> found = find(transaction, names);
    List<NodeName> missing =
        names.stream()
            .distinct()
            .filter(name -> !found.containsKey(name))
            .sorted(NodeName.IN_ORDER)
            .toList();
    if (!missing.isEmpty()) {
      add(transaction, missing);
    }
    return new NamedNodes(missing.isEmpty() ? found : find(transaction, names), missing);
  }

  private static void add(Queries transaction, List<NodeName> missing) {
    List<Optional<SerialSeries>> series = new ArrayList<>();
    missing.forEach(
        name ->
            series.add(
                name.kind() == NodeKind.PIECE ? SerialSeries.of(name.code()) : Optional.empty()));
    transaction.execute(
        "trace.add_nodes",
        ADD,
        Sql.column(missing, name -> name.kind().code(), String[]::new),
        Sql.column(missing, name -> name.code().value(), String[]::new),
        Sql.column(missing, NodeName::key, String[]::new),
        Sql.column(series, one -> one.map(SerialSeries::series).orElse(null), String[]::new),
        Sql.column(series, one -> one.map(SerialSeries::digits).orElse(null), String[]::new));
  }

  /** Until the transaction ends nobody else says anything of these. */
  void lock(Queries transaction, Collection<Long> nodes) {
    transaction.find(
        "trace.lock", LOCK, row -> row.getLong("id"), (Object) nodes.toArray(Long[]::new));
  }

  /**
   * Says which products these are; returns those of which something else was known.
   *
   * @param instead whether that is said in the place of what was known before
   */
  List<Long> sayProduct(Queries transaction, Map<Long, LocalizedText> products, boolean instead) {
    List<Map.Entry<Long, LocalizedText>> said =
        products.entrySet().stream().filter(one -> one.getValue() != null).toList();
    return said.isEmpty()
        ? List.of()
        : transaction.find(
            "trace.say_product",
            SAY_PRODUCT,
            row -> row.getLong("id"),
            Sql.column(said, Map.Entry::getKey, Long[]::new),
            Sql.column(said, one -> Material.of(one.getValue()), String[]::new),
            Sql.column(said, one -> Json.text(one.getValue()), String[]::new),
            instead);
  }

  /** Remembers which products were made of which; that stays known when it is withdrawn. */
  void noteUses(Queries transaction, List<Consumption> consumptions) {
    if (!consumptions.isEmpty()) {
      transaction.execute(
          "trace.note_uses",
          NOTE_USES,
          Sql.column(consumptions, Consumption::output, Long[]::new),
          Sql.column(consumptions, Consumption::input, Long[]::new));
    }
  }

  /** The same of whatever stands of these, which are of another product than was known. */
  void noteUsesOf(Queries transaction, Collection<Long> nodes) {
    if (!nodes.isEmpty()) {
      transaction.execute("trace.note_uses_of", NOTE_USES_OF, (Object) nodes.toArray(Long[]::new));
    }
  }

  /** Those of these of which nothing is left that names them. */
  void forget(Queries transaction, Collection<Long> nodes) {
    transaction.execute("trace.forget_nodes", FORGET, (Object) nodes.toArray(Long[]::new));
  }
}
