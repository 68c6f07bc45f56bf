package org.vitrine.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Token;
import org.vitrine.platform.json.Json;

class HubTest {
  private static final int TIMES = 300_000;

  private record Named(String name) implements Topic {}

  private final Hub hub = new Hub();

  /** Two event loops, on each of which somebody comes and goes. */
  @Test
  void what_somebody_watches_counts_as_watched_whoever_else_leaves() throws Exception {
    try (ExecutorService loops = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> unseen =
          loops.invokeAll(List.of(comeAndGo(new Named("a")), comeAndGo(new Named("a"))));
      for (Future<Integer> one : unseen) {
        assertThat(one.get()).isZero();
      }
    }
    assertThat(hub.topics()).isZero();
  }

  /** How often it watches, and the hub says that nobody does. */
  private Callable<Integer> comeAndGo(Topic topic) {
    try (TestSocket socket = new TestSocket(null)) {
      Connection connection =
          new Connection(socket, TestLive.STAFF, Token.random(), hub, (one, since) -> {});
      socket.as(connection);
      return () -> {
        int unseen = 0;
        for (int time = 0; time < TIMES; time++) {
          Subscription subscription = new Subscription(connection, topic);
          hub.register(subscription);
          unseen += hub.isWatched(topic) ? 0 : 1;
          hub.unregister(subscription);
        }
        return unseen;
      };
    }
  }

  @Test
  void a_topic_that_was_forgotten_and_is_shown_again_goes_on_counting() {
    Topic topic = new Named("a");
    TopicState before = new TopicState(topic, page(1), "c1");
    before.advance(page(2), Json.object().put("number", 2), "c2");

    TopicState again = new TopicState(topic, page(2), "c2");

    assertThat(again.sequence()).isGreaterThan(before.sequence());
  }

  private static TopicPage page(int number) {
    return new TopicPage(Json.object().put("number", number), 0);
  }
}
