package org.vitrine.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Excerpt;
import org.vitrine.production.Routing;

/**
 * Companies and routings as files call them: by their code, or by a name that exactly one of them
 * has, whatever its case and width.
 */
final class CodesByName {
  /** Looking for the nearest takes its time. */
  private static final int MOST_NEAREST = 100;

  private final List<NamedCodes> columns;

  private CodesByName(List<NamedCodes> columns) {
    this.columns = columns;
  }

  /** For this table: what it calls companies and routings is asked for once. */
  static CodesByName of(Targets targets, Table table) {
    NamedCodes companies =
        new NamedCodes(
            "company",
            "No company has the code or the name “",
            "Several companies have the name “%s”: give the code of one, %s",
            targets.companies().known(texts(table, "company")));
    targets.companies().all().forEach(one -> companies.add(one.code(), one.name()));
    List<Routing> all = targets.routings().all();
    NamedCodes routings =
        new NamedCodes(
            "routing",
            "No routing has the code or the name “",
            "Several routings have the name “%s”: give the code of one, %s",
            all.stream().map(Routing::code).collect(Collectors.toSet()));
    all.forEach(one -> routings.add(one.code(), one.name()));
    return new CodesByName(List.of(companies, routings));
  }

  private static Set<String> texts(Table table, String column) {
    return table.rows().stream()
        .map(row -> row.text(column))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** The table with codes in the place of names; what is neither is a fault of its cell. */
  Table in(Table table) {
    return new Table(
        table.name(),
        table.columns(),
        table.rows().stream().map(this::row).toList(),
        table.malformed(),
        table.origin());
  }

  private CsvRow row(CsvRow row) {
    Map<String, String> cells = new HashMap<>();
    Map<String, String> faults = new HashMap<>();
    for (NamedCodes named : columns) {
      String written = row.text(named.column);
      if (written != null) {
        MeantCode meant = named.meant(written);
        meant
            .code()
            .filter(code -> !code.equals(written))
            .ifPresent(code -> cells.put(named.column, code));
        meant.fault().ifPresent(fault -> faults.put(named.column, fault));
      }
    }
    return row.with(cells, faults);
  }

  /** What a text means: the code of one, or why it is none. */
  private record MeantCode(Optional<String> code, Optional<String> fault) {}

  /** All of one kind, by their codes and names. */
  private static final class NamedCodes {
    private final String column;
    private final String none;
    private final String several;
    private final Set<String> inUse;
    private final Map<String, Set<String>> codes = new TreeMap<>();
    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, MeantCode> known = new HashMap<>();
    private int asked;

    private NamedCodes(String column, String none, String several, Set<String> inUse) {
      this.column = column;
      this.none = none;
      this.several = several;
      this.inUse = inUse;
    }

    private void add(String code, String name) {
      for (String said : name == null ? List.of(code) : List.of(code, name)) {
        codes.computeIfAbsent(OrderNumber.key(said), key -> new TreeSet<>()).add(code);
        names.putIfAbsent(OrderNumber.key(said), said);
      }
    }

    private MeantCode meant(String written) {
      return known.computeIfAbsent(written, this::lookedUp);
    }

    private MeantCode lookedUp(String written) {
      if (inUse.contains(written)) {
        return new MeantCode(Optional.of(written), Optional.empty());
      }
      Set<String> found = codes.getOrDefault(OrderNumber.key(written), Set.of());
      return found.size() == 1
          ? new MeantCode(Optional.of(found.iterator().next()), Optional.empty())
          : new MeantCode(Optional.empty(), Optional.of(fault(written, found)));
    }

    private String fault(String written, Set<String> found) {
      return found.isEmpty()
          ? none + Excerpt.of(written) + nearest(written)
          : several.formatted(Excerpt.of(written), String.join(" / ", found));
    }

    private String nearest(String written) {
      return ++asked > MOST_NEAREST
          ? "”"
          : NearestName.to(OrderNumber.key(written), names.keySet())
              .map(key -> "”; did you mean “" + names.get(key) + "”?")
              .orElse("”");
    }
  }
}
