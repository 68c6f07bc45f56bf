package org.vitrine.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.vitrine.platform.Rejection;

/**
 * How a mapping names our columns. Those in a language are named as tables have them: {@code
 * product_zh-CN} is {@code product_zh-cn}.
 */
final class OurNames {
  private final ImportKind kind;

  private OurNames(ImportKind kind) {
    this.kind = kind;
  }

  /** Throws {@link Rejection.Invalid} naming the column that is there in two ways. */
  static ColumnMapping in(ColumnMapping mapping, ImportKind kind) {
    OurNames names = new OurNames(kind);
    return new ColumnMapping(
        names.in("columns", mapping.columns()),
        names.in("constants", mapping.constants()),
        names.in("values", mapping.values()),
        mapping.empty().stream().map(names::of).toList(),
        mapping.days(),
        mapping.number());
  }

  private <T> Map<String, T> in(String field, Map<String, T> said) {
    Map<String, T> named = new LinkedHashMap<>();
    new TreeMap<>(said)
        .forEach(
            (ours, value) -> {
              if (named.putIfAbsent(of(ours), value) != null) {
                throw new Rejection.Invalid(
                    field + "." + ours,
                    "“%s” is said twice: capital letters do not matter".formatted(ours));
              }
            });
    return named;
  }

  private String of(String ours) {
    String small = TableHeader.named(ours);
    return kind.isInLanguage(small) ? small : ours;
  }
}
