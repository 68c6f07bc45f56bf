package org.vitrine.platform.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.Locale;

/**
 * Where the menu has a page.
 *
 * @param order smaller numbers stand first in their group
 * @param words the key of its name there
 */
public record MenuPlace(Group group, int order, String words) implements Comparable<MenuPlace> {
  private static final Comparator<MenuPlace> AS_DRAWN =
      Comparator.comparing(MenuPlace::group).thenComparing(MenuPlace::order);

  @Override
  public int compareTo(MenuPlace other) {
    return AS_DRAWN.compare(this, other);
  }

  /** The parts of the menu. */
  public enum Group {
    /** What everybody comes for; the first that one may open is where one begins. */
    MAIN,
    /** What keeps one near to customers. */
    CARE,
    /** What somebody looks after. */
    MANAGE,
    /** What is one's own. */
    OWN;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
