package org.vitrine.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestWatcher;

/** Another company stirs, and nobody else is to notice. */
final class Stirring {
  private Stirring() {}

  /** What one may read stays the same to the letter, whatever another company does. */
  static void nothingOfOthersIsCounted(World world) {
    Map<Asker, List<String>> reads = new EnumMap<>(Asker.class);
    List.of(Asker.CUSTOMER, Asker.DISTRIBUTOR, Asker.ELSEWHERE)
        .forEach(
            asker ->
                reads.put(
                    asker,
                    List.of(
                        "/api/orders?limit=2",
                        "/api/orders",
                        world.filled("/api/orders/{order}/events", asker, Whose.OWN),
                        world.filled("/api/orders/{order}/links", asker, Whose.OWN),
                        "/api/voices",
                        "/api/actions",
                        world.filled(
                            "/api/voices/alike?order={order}&text=complaint", asker, Whose.OWN))));
    reads.put(Asker.ACCOUNT_MANAGER, List.of("/api/people", "/api/mail"));
    Map<Asker, TestClient> clients = new EnumMap<>(Asker.class);
    reads.keySet().forEach(asker -> clients.put(asker, world.client(asker)));
    // What the house mails of its own accord may come in between, and not each time.
    Map<Asker, List<String>> before = Map.of();
    Map<Asker, List<String>> after = said(reads, clients);
    for (int tries = 0; tries < 5 && !after.equals(before); tries++) {
      before = said(reads, clients);
      world.canary().stirs();
      after = said(reads, clients);
    }
    assertThat(after).isEqualTo(before);
  }

  private static Map<Asker, List<String>> said(
      Map<Asker, List<String>> reads, Map<Asker, TestClient> clients) {
    Map<Asker, List<String>> said = new EnumMap<>(Asker.class);
    reads.forEach(
        (asker, paths) ->
            said.put(
                asker,
                paths.stream()
                    .map(path -> clients.get(asker).get(path))
                    .map(answer -> answer.statusCode() + answer.body())
                    .toList()));
    return said;
  }

  /** While all watch all they can, the other company stirs: no frame goes out to anybody else. */
  static void nothingOfOthersIsSent(World world) {
    Map<Asker, TestWatcher> watchers = new EnumMap<>(Asker.class);
    try {
      for (Asker asker :
          List.of(Asker.CUSTOMER, Asker.DISTRIBUTOR, Asker.ELSEWHERE, Asker.NOWHERE, Asker.GLASS)) {
        TestWatcher watcher = new TestWatcher(world.vitrine(), world.client(asker));
        List.of("orders/" + Canary.ORDER, "board", "glass", "voices", "actions", "orders")
            .forEach(watcher::watch);
        watcher.watch(world.filled("orders/{order}", asker, Whose.OWN));
        watchers.put(asker, watcher);
        await("an answer to each watch of " + asker, () -> watcher.messages().size() == 7);
        watcher.say("{\"watch\": \"orders\", \"since\": \"3:3:\"}");
        await("an answer to a cursor of long ago", () -> watcher.messages().size() > 7);
      }
      Map<Asker, Integer> before = onceAllIsStill(watchers);
      world.canary().stirs();
      Thread.sleep(1_500);
      assertThat(heard(watchers)).isEqualTo(before);
      world.shop().good("SO-northwind", "own-" + System.nanoTime(), "Assembly", 1);
      TestWatcher customer = watchers.get(Asker.CUSTOMER);
      await("one's own news", () -> customer.messages().size() > before.get(Asker.CUSTOMER));
      watchers.forEach(
          (asker, watcher) ->
              assertThat(
                      world.leaksIn(
                          watcher.messages().stream()
                              .filter(message -> message.has("page") || message.has("patch"))
                              .toList()
                              .toString(),
                          asker,
                          ""))
                  .as(asker + " hears of nobody else")
                  .isEmpty());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      watchers.values().forEach(TestWatcher::close);
    }
  }

  /** What their own news of before come to, once nothing more of it arrives. */
  private static Map<Asker, Integer> onceAllIsStill(Map<Asker, TestWatcher> watchers)
      throws InterruptedException {
    Map<Asker, Integer> heard = Map.of();
    for (int looks = 0; !heard.equals(heard(watchers)) && looks < 20; looks++) {
      heard = heard(watchers);
      Thread.sleep(2_000);
    }
    return heard;
  }

  private static Map<Asker, Integer> heard(Map<Asker, TestWatcher> watchers) {
    Map<Asker, Integer> messages = new EnumMap<>(Asker.class);
    watchers.forEach(
        (asker, watcher) ->
            messages.put(
                asker, (int) watcher.messages().stream().filter(m -> m.has("topic")).count()));
    return messages;
  }
}
