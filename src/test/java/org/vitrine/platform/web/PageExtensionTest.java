package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageExtensionTest {
  private static final List<PageEntry> PAGES =
      List.of(
          PageEntry.of("/orders", "tracking/pages/orders.js"),
          PageEntry.of("/orders/:number", "tracking/pages/order.js").watching("orders/1"));

  @Test
  void a_page_is_extended_by_its_address_and_stays_what_it_was() {
    List<PageEntry> extended =
        PageExtension.extended(
            PAGES,
            List.of(
                new PageExtension("/orders/:number", "notes/pages/on-order.js"),
                new PageExtension(PageExtension.EVERY_PAGE, "bell/pages/on-bar.js")));
    assertThat(extended)
        .extracting(PageEntry::extensions)
        .containsExactly(
            List.of("bell/pages/on-bar.js"),
            List.of("notes/pages/on-order.js", "bell/pages/on-bar.js"));
    assertThat(extended.getLast().topic()).isPresent();
    assertThat(extended).extracting(PageEntry::module).doesNotContain("notes/pages/on-order.js");
  }

  @Test
  void a_page_that_nobody_brings_cannot_be_extended() {
    List<PageExtension> lost = List.of(new PageExtension("/order", "notes/pages/on-order.js"));
    assertThatThrownBy(() -> PageExtension.extended(PAGES, lost))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("notes/pages/on-order.js extends /order, which is no page");
  }
}
