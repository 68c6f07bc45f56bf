package org.vitrine.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What became of settings, for the trail: what they were and what they are, where these differ. */
public final class AuditedDifference {
  private final Map<String, Object> detail = new LinkedHashMap<>();

  /**
   * @param before texts, numbers or lists of them; nothing where it was not there
   */
  public AuditedDifference of(String name, Optional<?> before, Optional<?> after) {
    if (!before.equals(after)) {
      detail.put(
          name,
          Map.of(
              "before",
              before.<Object>map(value -> value).orElse(""),
              "after",
              after.<Object>map(value -> value).orElse("")));
    }
    return this;
  }

  public boolean isNothing() {
    return detail.isEmpty();
  }

  public Map<String, Object> detail() {
    return detail;
  }
}
