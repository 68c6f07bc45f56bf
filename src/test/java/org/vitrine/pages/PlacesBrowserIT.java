package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.Rooms;
import org.vitrine.access.Role;
import org.vitrine.access.Token;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;
import org.vitrine.notes.NotesFeature;

/** What a feature draws on the page of another stands there, at its place. */
@ExtendWith(Browsers.class)
class PlacesBrowserIT {
  private static TestVitrine vitrine;
  private static Shop shop;

  @BeforeAll
  static void open() {
    vitrine = NotesFeature.start();
    shop = new Shop(vitrine);
    shop.order("SO-1");
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  @Test
  void each_place_of_a_status_page_says_what_it_is_about() {
    Visitor amelia = new Visitor(vitrine, Look.PHONE).signIn(link()).open("/orders/SO-1");
    assertThat(amelia.pane("assembly").locator(".noted")).hasText("SO-1 1 assembly");
    assertThat(amelia.pane("packing").locator(".noted")).hasText("SO-1 1 packing");
    assertThat(amelia.see("tr[data-requirement=capacity] .noted")).hasText("capacity");
    amelia.open("/orders");
    assertThat(amelia.see(".order-table")).isVisible();
    assertThat(amelia.see(".noted")).hasCount(0);
  }

  private static Token link() {
    Rooms rooms = vitrine.vitrine().rooms();
    long amelia =
        rooms
            .people()
            .save(
                List.of(rooms.companies().find("northwind").orElseThrow().id()),
                "Amelia Hart",
                "amelia@northwind.example",
                Role.CUSTOMER);
    return rooms.sessions().links().make(amelia);
  }
}
