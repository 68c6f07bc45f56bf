package org.vitrine.gather.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.gather.fixtures.Eventually.eventually;

import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.gather.fixtures.Running;
import org.vitrine.gather.fixtures.StubVitrine;

/** From an edge node of Sparkplug B to Vitrine, by HiveMQ's broker. */
class SparkplugIT {
  @TempDir static Path brokerFolder;
  private static TestBroker broker;

  @TempDir Path folder;
  private StubVitrine vitrine;
  private Mqtt5BlockingClient client;
  private TestEdgeNode node;

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
    client = broker.machine("edge-1");
    node = new TestEdgeNode(client);
  }

  @AfterEach
  void end() {
    client.disconnect();
    vitrine.close();
  }

  @Test
  void a_node_that_was_born_long_ago_is_asked_and_then_understood_by_aliases() throws Exception {
    node.beBorn();
    try (Running running = start()) {
      assertThat(node.births()).isEqualTo(2);
      node.makes(300);
      node.measures((short) -7);
      eventually("all pieces", () -> vitrine.good("SO-1") == 300);
      eventually("the force", () -> !vitrine.reports(one -> one.has("requirement")).isEmpty());
      assertThat(running.health().isFine()).isTrue();
    }

    assertThat(vitrine.reports(report -> report.has("requirement")))
        .singleElement()
        .matches(report -> report.path("value").asInt() == -7);
    assertThat(vitrine.signals("gap")).isEmpty();
    assertThat(vitrine.conflicts()).isEmpty();
  }

  @Test
  void a_number_that_is_missing_is_a_gap_and_the_node_is_asked_anew() throws Exception {
    try (Running running = start()) {
      node.makes(2);
      node.losesWhatItSays(5);
      node.makes(1);
      eventually("it was asked", () -> node.births() == 2);
      eventually("two gaps", () -> vitrine.signals("gap").size() == 2);
      node.makes(3);
      eventually("what is sure", () -> vitrine.good("SO-1") == 5);
      assertThat(running.health().isFine()).isTrue();
    }

    assertThat(vitrine.signals("gap"))
        .extracting(told -> told.path("sentence").asText())
        .anyMatch(sentence -> sentence.contains("where"))
        .anyMatch(sentence -> sentence.contains("stood at 102 before and at 108 after"));
  }

  @Test
  void a_node_that_dies_is_silent_and_one_that_comes_back_began_anew() throws Exception {
    try (Running running = start()) {
      node.makes(2);
      eventually("two pieces", () -> vitrine.good("SO-1") == 2);
      node.dies();
      eventually("it is silent", () -> vitrine.signals("silent").size() == 1);
      node.connectsAnew(40);
      eventually("the restart", () -> vitrine.signals("restarted").size() == 1);
      node.makes(1);
      eventually("one more", () -> vitrine.good("SO-1") == 3);
      eventually("it is heard again", () -> vitrine.signals("live").size() >= 2);
      assertThat(running.health().isFine()).isTrue();
    }
  }

  @Test
  void a_count_that_was_not_known_in_between_is_not_counted_over() throws Exception {
    try (Running running = start()) {
      node.makes(2);
      eventually("two pieces", () -> vitrine.good("SO-1") == 2);
      node.losesCountWhileItMakes(30);
      node.makes(2);
      eventually("one of them is sure", () -> vitrine.good("SO-1") == 3);
      node.saysNoQuality();
      node.makes(2);
      eventually("one more of them", () -> vitrine.good("SO-1") == 4);
      assertThat(running.health().standing().path("unused").toString())
          .contains("it has no value", "its quality is not good");
    }

    assertThat(vitrine.signals("gap"))
        .extracting(told -> told.path("sentence").asText())
        .anyMatch(sentence -> sentence.contains("stood at 102 before and at 133 after"));
  }

  @Test
  void a_message_that_is_none_ends_nothing_and_is_a_gap() throws Exception {
    try (Running running = start()) {
      node.makes(2);
      eventually("two pieces", () -> vitrine.good("SO-1") == 2);
      int births = node.births();
      node.saysRubbish();
      eventually("it was asked", () -> node.births() == births + 1);
      node.makes(1);
      eventually("one more", () -> vitrine.good("SO-1") == 3);
      assertThat(running.health().standing().path("unused").toString())
          .contains("a message is no Sparkplug B");
    }

    assertThat(vitrine.signals("gap"))
        .singleElement()
        .matches(told -> told.path("sentence").asText().contains("was not heard"));
  }

  private Running start() throws Exception {
    return Running.start(
        folder,
        vitrine,
        """
        sources:
          - name: cells
            sparkplug: {url: "%s", group: plant}
            machine: press-1
            order: {tag: "edge-1/press:Order"}
            operation: Pressing
            tags:
              - {tag: "edge-1/press:Counters/Good", name: good, count: good}
              - {tag: "edge-1/press:Force", name: force, reading: force}
        """
            .formatted(broker.url()));
  }
}
