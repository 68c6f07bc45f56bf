package org.vitrine.gather.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.gather.fixtures.Eventually.eventually;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.gather.fixtures.Cable;
import org.vitrine.gather.fixtures.GathererProcess;
import org.vitrine.gather.fixtures.Running;
import org.vitrine.gather.fixtures.StubVitrine;

/** What a broker gives twice, since nobody had told it that it was kept. */
class RedeliveryIT {
  private static final int PIECES = 300;
  private static final int KILLS = 3;

  @TempDir static Path brokerFolder;
  private static TestBroker broker;

  @TempDir Path folder;
  private final String name = "press-" + UUID.randomUUID();
  private StubVitrine vitrine;
  private Mqtt5BlockingClient machine;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = new TestBroker(brokerFolder);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void begin() throws Exception {
    vitrine = new StubVitrine();
    machine = broker.machine("press");
  }

  @AfterEach
  void end() {
    machine.disconnect();
    vitrine.close();
  }

  @Test
  void after_a_flap_each_piece_and_each_value_counts_once() throws Exception {
    publish(0, true);
    try (Cable cable = new Cable(broker.port());
        Running running = Running.start(folder, vitrine, sources(cable.port()))) {
      say(1);
      eventually("one piece", () -> vitrine.good("SO-1") == 1);
      cable.losingWhatIsSaid(true);
      say(2);
      eventually("another, of which the broker does not know", () -> vitrine.good("SO-1") == 2);
      say(3, 4, 5);
      cable.cut();
      cable.losingWhatIsSaid(false);
      eventually("it is away", () -> running.health().troubleOf("press") != null);
      eventually("it is back", () -> running.health().isConnected("press"));
      say(6);
      eventually("one more", () -> vitrine.good("SO-1") >= 6);
    }

    assertThat(vitrine.reports(report -> report.has("good"))).hasSize(6);
    assertThat(heats()).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(vitrine.conflicts()).isEmpty();
    assertThat(vitrine.signals("gap")).isEmpty();
  }

  @Test
  void whatever_is_killed_each_piece_counts_once_and_in_order() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    publish(0, true);
    try (GathererProcess gatherer = new GathererProcess(folder, vitrine, sources(broker.port()))) {
      eventually("it listens", () -> !vitrine.signals("live").isEmpty());
      for (int piece = 1; piece <= PIECES; piece++) {
        say(piece);
        if (piece % (PIECES / (KILLS + 1)) == 0 && piece < PIECES) {
          Thread.sleep(random.nextInt(400));
          gatherer.killAndStart();
        }
        Thread.sleep(random.nextInt(5));
      }
      eventually("all pieces", () -> vitrine.good("SO-1") >= PIECES);
      gatherer.end();
    }

    assertThat(vitrine.reports(report -> report.has("good"))).hasSize(PIECES);
    assertThat(heats())
        .containsExactlyElementsOf(IntStream.rangeClosed(0, PIECES).boxed().toList());
    assertThat(vitrine.conflicts()).isEmpty();
    assertThat(vitrine.signals("gap")).isEmpty();
  }

  /** One message each, which says both how many were made and how warm it was. */
  private void say(int... numbers) {
    for (int number : numbers) {
      publish(number, false);
    }
  }

  private void publish(int number, boolean retained) {
    machine
        .publishWith()
        .topic(name)
        .qos(MqttQos.AT_LEAST_ONCE)
        .retain(retained)
        .payload("{\"n\":%1$d,\"good\":%1$d,\"heat\":%1$d}".formatted(number).getBytes())
        .send();
  }

  private List<Integer> heats() {
    return vitrine.taken().stream()
        .filter(body -> body.has("quantity"))
        .map(body -> body.path("value").asInt())
        .toList();
  }

  private String sources(int port) {
    return """
    sources:
      - name: press
        mqtt: {url: "mqtt://localhost:%1$d", clientId: "gather-%2$s"}
        sequence: /n
        order: SO-1
        operation: Pressing
        tags:
          - {tag: "%2$s#/good", name: good, count: good}
          - {tag: "%2$s#/heat", name: heat, condition: {place: st, quantity: heat}}
    """
        .formatted(port, name);
  }
}
