package org.vitrine.gather.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.gather.fixtures.Eventually.eventually;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.gather.fixtures.Running;
import org.vitrine.gather.fixtures.StubVitrine;

/** From HiveMQ's broker to Vitrine. */
class MqttIT {
  @TempDir static Path brokerFolder;
  private static TestBroker broker;

  @TempDir Path folder;
  private StubVitrine vitrine;
  private Mqtt5BlockingClient machine;
  private Instant at = Instant.now().minusSeconds(600);

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
    retain("press/order", "SO-1");
    retain("press/idle", "{\"ts\":\"%s\",\"idle\":1}".formatted(at));
  }

  private void retain(String topic, String text) {
    machine
        .publishWith()
        .topic(topic)
        .payload(text.getBytes())
        .qos(MqttQos.AT_LEAST_ONCE)
        .retain(true)
        .send();
  }

  @AfterEach
  void end() {
    machine.disconnect();
    vitrine.close();
  }

  @Test
  void what_is_said_while_nobody_listens_arrives_once_and_in_order() throws Exception {
    try (Running first = start()) {
      count(1, 3);
      force("11.5");
      eventually("what was said", () -> vitrine.good("SO-1") == 2 && readings().size() == 1);
      vitrine.answering(503);
      count(4, 6);
      force("12.5");
      eventually("it waits", () -> first.health().standing().path("waiting").asInt() >= 4);
    }
    count(7, 20);
    force("13.5");
    force("13.5");
    vitrine.answering(200);

    try (Running second = start()) {
      eventually("all of it", () -> vitrine.good("SO-1") == 19 && readings().size() == 4);
      assertThat(second.health().isFine()).isTrue();
    }

    assertThat(readings()).containsExactly("11.5", "12.5", "13.5", "13.5");
    assertThat(vitrine.reports(report -> report.has("good"))).hasSize(19);
    assertThat(vitrine.signals("gap")).isEmpty();
    assertThat(vitrine.conflicts()).isEmpty();
  }

  @Test
  void what_vitrine_refuses_holds_up_nothing_and_a_message_that_is_none_is_told() throws Exception {
    vitrine.refusing(
        report -> report.path("value").asText().equals("99") ? "beyond what it can be" : null);
    try (Running running = start()) {
      force("98");
      force("99");
      TestBroker.say(machine, "press/data", "{\"force\": ");
      force("97");
      eventually("the others", () -> readings().equals(List.of("98", "97")));
      eventually("one aside", () -> running.health().standing().path("setAside").asInt() == 1);
      assertThat(running.health().standing().path("unused").toString()).contains("is no JSON");
    }

    assertThat(folder.resolve("data/refused.jsonl"))
        .content()
        .contains("beyond what it can be")
        .contains("\"value\":99");
  }

  @Test
  void what_was_said_with_qos_0_while_nobody_listened_is_a_gap() throws Exception {
    try (Running first = start()) {
      sayWithQos0(100);
      sayWithQos0(101);
      eventually("one piece", () -> vitrine.good("SO-1") == 1);
      assertThat(first.health().isFine()).isTrue();
    }
    sayWithQos0(130);

    try (Running second = start()) {
      eventually("it is told", () -> !vitrine.signals("gap").isEmpty());
      sayWithQos0(131);
      eventually("the doubt", () -> vitrine.signals("gap").size() == 2);
      sayWithQos0(132);
      eventually("one more", () -> vitrine.good("SO-1") == 2);
      assertThat(second.health().isFine()).isTrue();
    }

    assertThat(vitrine.signals("gap"))
        .extracting(told -> told.path("sentence").asText())
        .anyMatch(sentence -> sentence.contains("QoS 0"))
        .anyMatch(sentence -> sentence.contains("stood at 101 before and at 131 after"));
  }

  @Test
  void a_count_that_could_not_be_read_in_between_is_not_counted_over() throws Exception {
    try (Running running = start()) {
      count(100, 101);
      eventually("one piece", () -> vitrine.good("SO-1") == 1);
      say("{\"ts\":\"%s\",\"good\":null}".formatted(at = at.plusSeconds(1)));
      count(130, 131);
      eventually("one more", () -> vitrine.good("SO-1") == 2);
      say("rubbish");
      count(140, 141);
      say("{\"ts\":\"%s\",\"good\":1e999999999}".formatted(at = at.plusSeconds(1)));
      count(150, 151);
      eventually("two more", () -> vitrine.good("SO-1") == 4);
      assertThat(running.health().isFine()).isTrue();
    }

    assertThat(vitrine.signals("gap"))
        .extracting(told -> told.path("sentence").asText())
        .containsExactly(
            "Counter good stood at 101 before and at 130 after: the difference is not reported",
            "Counter good stood at 131 before and at 140 after: the difference is not reported",
            "Counter good stood at 141 before and at 150 after: the difference is not reported");
  }

  private void sayWithQos0(int count) {
    machine
        .publishWith()
        .topic("press/data")
        .payload("{\"ts\":\"%s\",\"good\":%d}".formatted(at = at.plusSeconds(1), count).getBytes())
        .send();
  }

  private void count(int from, int to) {
    for (int count = from; count <= to; count++) {
      say("{\"ts\":\"%s\",\"good\":%d}".formatted(at = at.plusSeconds(1), count));
    }
  }

  private void force(String force) {
    say("{\"ts\":\"%s\",\"force\":%s}".formatted(at = at.plusSeconds(1), force));
  }

  private void say(String message) {
    TestBroker.say(machine, "press/data", message);
  }

  private List<String> readings() {
    return vitrine.reports(report -> report.has("requirement")).stream()
        .map(report -> report.path("value").asText())
        .toList();
  }

  private Running start() throws Exception {
    return Running.start(folder, vitrine, sources());
  }

  private static String sources() {
    return """
    sources:
      - name: press
        mqtt: {url: "%s", clientId: gather-under-test}
        machine: press-1
        order: {tag: press/order}
        operation: Pressing
        tags:
          - {tag: "press/data#/good", name: good, time: /ts, count: good}
          - {tag: "press/data#/force", name: force, time: /ts, reading: force}
          - {tag: "press/idle#/idle", name: idle, time: /ts, condition: {place: st, quantity: idle}}
    """
        .formatted(broker.url());
  }
}
