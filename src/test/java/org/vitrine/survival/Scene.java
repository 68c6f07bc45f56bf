package org.vitrine.survival;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/**
 * All that has to survive: a database of its own, two nodes on it, a plant that reports, and people
 * who look. Beside them an observer, whom no proxy stands in front of, knows the truth.
 */
final class Scene implements AutoCloseable {
  private static final List<String> NAMES = List.of("a", "b");

  /** How much of everything. */
  record Size(int orders, int reporters, int viewers, int readers) {}

  private final List<AutoCloseable> parts = new ArrayList<>();
  private final OwnPostgres postgres;
  private final TestVitrine observer;
  private final List<Node> nodes = new ArrayList<>();
  private final Ledger ledger = new Ledger();
  private final List<String> orders;
  private final Reporters reporters;
  private final Crowd crowd;
  private final Readers readers;
  private final Truth truth;
  private final Watchman watchman;

  /**
   * @param data where the database keeps its files, and copies of them
   * @param logs where the processes say what they have to say
   */
  Scene(Path data, Path logs, Size size, long seed) {
    try {
      postgres = opened(new OwnPostgres(data.resolve("postgres")));
      observer = opened(TestVitrine.startOn(postgres.url()));
      for (String name : NAMES) {
        nodes.add(opened(new Node(name, logs, postgres.port(), seed + name.hashCode())));
      }
      Shop shop = new Shop(observer);
      orders = IntStream.rangeClosed(1, size.orders()).mapToObj(n -> "SO-" + n).toList();
      orders.forEach(shop::order);
      truth = new Truth(observer, postgres);
      reporters = opened(new Reporters(shop.integrator().identity(), doors(), orders, ledger));
      reporters.start(size.reporters(), seed);
      List<Viewer.Seat> seats = seats(shop);
      crowd = opened(new Crowd(seats, doors(), size.viewers(), seed));
      readers =
          opened(
              new Readers(logs.resolve("readers.log"), seats, doors(), size.readers(), seed - 1));
      watchman = opened(new Watchman(nodes));
    } catch (RuntimeException | Error fault) {
      close();
      throw fault;
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.addFirst(part);
    return part;
  }

  private int[] doors() {
    return nodes.stream().mapToInt(node -> node.door().port()).toArray();
  }

  /** Every page and every list, each for those who may see it. */
  private List<Viewer.Seat> seats(Shop shop) {
    List<Viewer.Seat> seats = new ArrayList<>();
    addSeats(seats, shop.contact("northwind", "amelia@northwind.example"), "customer", "orders");
    addSeats(seats, shop.staff(Role.ACCOUNT_MANAGER, "li.wen@example.com"), "staff", "board");
    return seats;
  }

  private void addSeats(
      List<Viewer.Seat> seats, TestClient person, String audience, String listing) {
    String identity = String.join(": ", person.identity());
    seats.add(new Viewer.Seat(identity, audience, listing));
    orders.forEach(
        order -> seats.add(new Viewer.Seat(identity, audience, Truth.TOPIC_OF_ORDER + order)));
  }

  OwnPostgres postgres() {
    return postgres;
  }

  List<Node> nodes() {
    return nodes;
  }

  /** One of the nodes, or all of them. */
  List<Node> someNodes(Random random) {
    return random.nextBoolean() ? nodes : List.of(oneNode(random));
  }

  Node oneNode(Random random) {
    return nodes.get(random.nextInt(nodes.size()));
  }

  String oneOrder(Random random) {
    return orders.get(random.nextInt(orders.size()));
  }

  Ledger ledger() {
    return ledger;
  }

  Reporters reporters() {
    return reporters;
  }

  Readers readers() {
    return readers;
  }

  Crowd crowd() {
    return crowd;
  }

  Watchman watchman() {
    return watchman;
  }

  /** Whether every screen shows what the database says. */
  boolean isCurrent() {
    return behind().isEmpty();
  }

  /** Which pages and lists are not shown as they are, by somebody at least. */
  List<String> behind() {
    Map<String, Set<JsonNode>> shown = readers.shown();
    crowd
        .shown()
        .forEach(
            (view, pages) ->
                shown.merge(
                    view,
                    pages,
                    (some, more) -> {
                      some.addAll(more);
                      return some;
                    }));
    return truth.behind(shown);
  }

  @Override
  public void close() {
    for (AutoCloseable part : parts) {
      try {
        part.close();
      } catch (Exception e) {
        System.out.println("Could not be closed: " + e);
      }
    }
    parts.clear();
  }
}
