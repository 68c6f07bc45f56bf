package org.vitrine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.RawConnection;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

class LiveIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient customer;
  private static TestClient stranger;
  private static TestClient staff;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    customer = shop.contact("northwind", "amelia@northwind.example");
    stranger = shop.contact("contoso", "carl@contoso.example");
    staff = shop.staff(Role.ACCOUNT_MANAGER, "li.wen@example.com");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void a_report_moves_the_page_that_a_customer_watches() {
    shop.order("SO-1");
    try (TestWatcher watcher = new TestWatcher(vitrine, customer).watch("orders/SO-1")) {
      await("the page", () -> watcher.page("orders/SO-1") != null);
      shop.good("SO-1", "r1", "Assembly", 340);
      await("340 pieces", () -> through(watcher.page("orders/SO-1"), "assembly") == 340);
      assertThat(watcher.page("orders/SO-1")).isEqualTo(customer.json("/api/orders/SO-1"));
      assertThat(watcher.messages()).filteredOn(message -> message.has("page")).hasSize(1);
    }
  }

  @Test
  void a_list_and_the_board_move_too() {
    try (TestWatcher list = new TestWatcher(vitrine, customer).watch("orders");
        TestWatcher board = new TestWatcher(vitrine, staff).watch("board")) {
      await("the list", () -> list.page("orders") != null);
      await("the board", () -> board.page("board") != null);
      shop.order("SO-2");
      await("a new row", () -> list.page("orders").at("/rows/SO-2").isObject());
      await("a new card", () -> board.page("board").at("/rows/SO-2").isObject());
      shop.good("SO-2", "r1", "Assembly", 500);
      await(
          "the next stage",
          () ->
              board
                  .page("board")
                  .at("/rows/SO-2/lines/1/stage")
                  .asText()
                  .equals("final-inspection"));
      assertThat(list.page("orders").at("/rows/SO-2/company/tier").isMissingNode()).isTrue();
      assertThat(board.page("board").at("/rows/SO-2/company/tier").asText()).isEqualTo("gold");
    }
  }

  @Test
  void a_completed_order_leaves_the_board() {
    shop.order("SO-3");
    try (TestWatcher board = new TestWatcher(vitrine, staff).watch("board")) {
      await(
          "the card",
          () -> board.page("board") != null && board.page("board").at("/rows/SO-3").isObject());
      shop.good("SO-3", "r1", "Packing", 500);
      await("it has left", () -> board.page("board").at("/rows/SO-3").isMissingNode());
    }
  }

  @Test
  void a_client_that_comes_back_gets_what_it_missed_and_no_more() {
    shop.order("SO-4");
    JsonNode page;
    String cursor;
    try (TestWatcher watcher = new TestWatcher(vitrine, customer).watch("orders/SO-4")) {
      await("the page", () -> watcher.page("orders/SO-4") != null);
      page = watcher.page("orders/SO-4");
      cursor = watcher.cursor("orders/SO-4");
    }
    shop.good("SO-4", "r1", "Assembly", 10);
    shop.good("SO-4", "r2", "Assembly", 20);
    try (TestWatcher again =
        new TestWatcher(vitrine, customer).resume("orders/SO-4", page, cursor)) {
      await("30 pieces", () -> through(again.page("orders/SO-4"), "assembly") == 30);
      assertThat(again.page("orders/SO-4")).isEqualTo(customer.json("/api/orders/SO-4"));
      assertThat(again.messages()).noneMatch(message -> message.has("page"));
    }
  }

  @Test
  void a_list_goes_on_where_it_was_at_another_node_too() {
    shop.order("SO-6");
    shop.order("SO-7");
    try (TestVitrine other = vitrine.beside()) {
      JsonNode page;
      String cursor;
      try (TestWatcher here = new TestWatcher(vitrine, customer).watch("orders")) {
        await(
            "both rows",
            () ->
                here.page("orders") != null
                    && here.page("orders").at("/rows/SO-6").isObject()
                    && here.page("orders").at("/rows/SO-7").isObject());
        page = here.page("orders");
        cursor = here.cursor("orders");
      }
      shop.good("SO-6", "r1", "Assembly", 70);
      try (TestWatcher there = new TestWatcher(other, customer).resume("orders", page, cursor)) {
        await(
            "70 pieces", () -> there.page("orders").at("/rows/SO-6/lines/1/through").asInt() == 70);
        assertThat(there.messages()).noneMatch(message -> message.has("page"));
        shop.good("SO-7", "r1", "Assembly", 30);
        await(
            "30 pieces, reported at the other node",
            () -> there.page("orders").at("/rows/SO-7/lines/1/through").asInt() == 30);
      }
    }
  }

  @Test
  void a_cursor_of_another_history_or_of_none_gets_the_whole_page() {
    shop.order("SO-8");
    JsonNode stale = TestClient.json(customer.get("/api/orders/SO-8"));
    for (String cursor : List.of("99999999:99999999:", "17", "nonsense", "00000000.1:1:")) {
      try (TestWatcher watcher =
          new TestWatcher(vitrine, customer)
              .resume("orders", stale, cursor)
              .resume("orders/SO-8", stale, cursor)) {
        await(
            "whole pages",
            () -> watcher.messages().stream().filter(message -> message.has("page")).count() == 2);
      }
    }
  }

  @Test
  void a_client_that_asks_without_end_holds_up_nobody_else() {
    shop.order("SO-9");
    try (TestWatcher greedy = new TestWatcher(vitrine, customer);
        TestWatcher other = new TestWatcher(vitrine, customer).watch("orders/SO-9")) {
      for (int n = 0; n < 500; n++) {
        greedy.watch("orders").say("{\"unwatch\":\"orders\"}").watch("orders/SO-none-" + n);
      }
      await("the page", () -> other.page("orders/SO-9") != null);
      shop.good("SO-9", "r1", "Assembly", 5);
      await("5 pieces", () -> through(other.page("orders/SO-9"), "assembly") == 5);
      await("the last answer", () -> greedy.gone("orders/SO-none-499") != null);
    }
  }

  @Test
  void thousands_of_questions_in_one_breath_are_answered_one_by_one() {
    shop.order("SO-11");
    try (RawConnection connection = new RawConnection(vitrine)) {
      connection.handshake(customer);
      byte[] refused = RawConnection.frame("{\"watch\":\"x\"}");
      ByteBuffer breath = ByteBuffer.allocate(3_000 * refused.length + 64);
      breath.put(RawConnection.frame("{\"watch\":\"orders/SO-none\"}"));
      for (int n = 0; n < 3_000; n++) {
        breath.put(refused);
      }
      breath.flip();
      connection.send(Arrays.copyOf(breath.array(), breath.limit()));
      assertThat(connection.hear()).contains("SO-none");
      for (int n = 0; n < 3_000; n++) {
        assertThat(connection.hear()).contains("\"x\"", "not-found");
      }
      connection.say("{\"watch\":\"orders/SO-11\"}");
      assertThat(connection.hear()).contains("\"page\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "7", "0", "none"})
  void the_drafts_before_the_standard_are_refused(String version) {
    try (RawConnection connection = new RawConnection(vitrine)) {
      RawConnection.Reply reply =
          connection.request(
              "GET",
              "/live",
              "Upgrade",
              "websocket",
              "Connection",
              "Upgrade",
              "Sec-WebSocket-Version",
              version,
              "Sec-WebSocket-Key",
              "dGhlIHNhbXBsZSBub25jZQ==",
              customer.identity()[0],
              customer.identity()[1]);
      assertThat(reply.status()).isEqualTo(426);
      assertThat(reply.headers()).containsEntry("sec-websocket-version", "13");
    }
  }

  @Test
  void a_watch_that_is_taken_back_at_once_stays_taken_back() {
    shop.order("SO-10");
    try (TestWatcher watcher =
        new TestWatcher(vitrine, customer)
            .watch("orders/SO-10")
            .say("{\"unwatch\":\"orders/SO-10\"}")
            .watch("orders/SO-none")) {
      await("the last answer", () -> watcher.gone("orders/SO-none") != null);
      int before = watcher.messages().size();
      shop.good("SO-10", "r1", "Assembly", 5);
      shop.order("SO-11");
      watcher.watch("orders/SO-11");
      await("another page", () -> watcher.page("orders/SO-11") != null);
      assertThat(watcher.messages()).hasSize(before + 1);
    }
  }

  @Test
  void what_is_not_yours_and_what_does_not_exist_answer_alike() {
    shop.order("SO-5");
    try (TestWatcher watcher =
        new TestWatcher(vitrine, stranger)
            .watch("orders/SO-5")
            .watch("orders/SO-none")
            .watch("board")) {
      await("three answers", () -> watcher.messages().size() == 3);
      assertThat(watcher.gone("orders/SO-5")).isEqualTo("not-found");
      assertThat(watcher.gone("orders/SO-none")).isEqualTo("not-found");
      assertThat(watcher.gone("board")).isEqualTo("not-found");
    }
    assertThat(stranger.get("/api/orders/SO-5").statusCode()).isEqualTo(404);
  }

  @Test
  void what_a_client_says_the_moment_it_may_is_heard() {
    shop.order("SO-6");
    for (int time = 0; time < 150; time++) {
      try (RawConnection connection = new RawConnection(vitrine)) {
        connection.handshake(customer);
        assertThat(connection.say("{\"watch\":\"orders/SO-6\"}").hear()).contains("\"page\"");
      }
    }
  }

  @Test
  void a_message_that_makes_no_sense_closes_the_socket() {
    try (TestWatcher watcher = new TestWatcher(vitrine, customer).say("{\"whatever\":1}")) {
      await("it is closed", watcher::isClosed);
    }
  }

  private static int through(JsonNode page, String stage) {
    return page.at("/lines/1/stages/" + stage + "/through").asInt();
  }
}
