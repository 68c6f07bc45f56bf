package org.vitrine.platform.web;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a feature draws on the page of another: its module is loaded with the page, before the
 * page's own, and contributes to the places that the page's elements offer ({@code
 * base/places.js}).
 *
 * @param address the page's, as its entry has it; {@link #EVERY_PAGE} for all of them but those
 *     that stand alone
 */
public record PageExtension(String address, String module) {
  public static final String EVERY_PAGE = "*";

  /**
   * These pages with what extends them.
   *
   * @throws IllegalStateException if something extends a page that nobody brings
   */
  public static List<PageEntry> extended(List<PageEntry> pages, List<PageExtension> extensions) {
    List<PageEntry> extended = pages;
    for (PageExtension extension : extensions) {
      if (extended.stream().noneMatch(extension::isFor)) {
        throw new IllegalStateException(
            "%s extends %s, which is no page".formatted(extension.module(), extension.address()));
      }
      UnaryOperator<PageEntry> extend =
          page -> extension.isFor(page) ? page.extendedBy(extension.module()) : page;
      extended = extended.stream().map(extend).toList();
    }
    return extended;
  }

  private boolean isFor(PageEntry page) {
    return address.equals(page.address()) || (address.equals(EVERY_PAGE) && !page.frame().alone());
  }
}
