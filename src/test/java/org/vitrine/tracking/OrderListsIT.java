package org.vitrine.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Patched;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.orders.OrderNumber;
import org.vitrine.tracking.OrderTopic.OrderList;

/** A list holds so many rows and no more, and whoever watches it knows that there are others. */
class OrderListsIT {
  private static final OrderList BOARD = new OrderTopic.Board();

  private static TestVitrine vitrine;
  private static Shop shop;

  private final OrderLists lists = new OrderLists(null, null, 3);

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    for (int day = 1; day <= 5; day++) {
      place("SO-" + day, day);
    }
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void one_with_room_for_all_says_nothing() {
    ObjectNode page = lists.page(BOARD, views("SO-1", "SO-2", "SO-3"));

    assertThat(rows(page)).containsExactlyInAnyOrder("SO-1", "SO-2", "SO-3");
    assertThat(page.has("truncated")).isFalse();
  }

  @Test
  void the_same_rows_are_left_out_in_whatever_order_they_were_read() {
    ObjectNode page = lists.page(BOARD, views("SO-1", "SO-2", "SO-3", "SO-4", "SO-5"));
    ObjectNode same = lists.page(BOARD, views("SO-4", "SO-5", "SO-3", "SO-2", "SO-1"));

    assertThat(rows(page)).containsExactlyInAnyOrder("SO-3", "SO-4", "SO-5");
    assertThat(rows(same)).hasSameElementsAs(rows(page));
    assertThat(page.get("truncated").asBoolean()).isTrue();
  }

  @Test
  void one_that_grows_while_it_is_watched_drops_the_oldest_and_says_so_in_the_patch() {
    ObjectNode page = lists.page(BOARD, views("SO-1", "SO-2", "SO-3"));

    ObjectNode patch = lists.patch(BOARD, page, views("SO-4"));

    assertThat(patch.get("truncated").asBoolean()).isTrue();
    assertThat(patch.at("/rows/SO-1").isNull()).isTrue();
    JsonNode after = Patched.of(page, patch);
    assertThat(rows(after)).containsExactlyInAnyOrder("SO-2", "SO-3", "SO-4");
    assertThat(after).isEqualTo(lists.page(BOARD, views("SO-1", "SO-2", "SO-3", "SO-4")));
  }

  @Test
  void one_that_there_is_no_room_for_changes_nothing() {
    ObjectNode page = lists.page(BOARD, views("SO-2", "SO-3", "SO-4", "SO-5"));

    assertThat(lists.patch(BOARD, page, views("SO-1"))).isEmpty();
  }

  private static List<OrderView> views(String... numbers) {
    return List.of(numbers).stream()
        .map(
            number ->
                vitrine
                    .vitrine()
                    .rooms()
                    .tracking()
                    .require(new OrderNumber(number), Optional.empty()))
        .map(order -> vitrine.viewsReadAnew(List.of(order)).getFirst())
        .toList();
  }

  private static List<String> rows(JsonNode page) {
    return page.get("rows").properties().stream().map(Map.Entry::getKey).toList();
  }

  private static void place(String number, int day) {
    var answer =
        shop.integrator()
            .put(
                "/api/orders/" + number,
                """
                {"company": "northwind", "placedOn": "2026-10-0%d",
                 "lines": [{"number": 1, "product": "KFR-35", "quantity": 5, "routing": "split-ac"}]}"""
                    .formatted(day));
    assertThat(answer.statusCode()).isEqualTo(201);
  }
}
