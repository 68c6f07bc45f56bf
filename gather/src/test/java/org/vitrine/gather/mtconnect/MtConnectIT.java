package org.vitrine.gather.mtconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.gather.fixtures.Eventually.eventually;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.gather.fixtures.Running;
import org.vitrine.gather.fixtures.StubVitrine;

/** From an agent to Vitrine, with everything between them going wrong. */
class MtConnectIT {
  @TempDir Path folder;
  private StubVitrine vitrine;
  private RecordedAgent agent;
  private Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(3_600);

  @BeforeEach
  void begin() throws Exception {
    vitrine = new StubVitrine();
    agent = new RecordedAgent(50);
    say("order", "ProcessAggregateId", "SO-1");
    say("cnt", "PartCount", "100");
  }

  @AfterEach
  void end() {
    agent.close();
    vitrine.close();
  }

  @Test
  void pieces_states_and_holds_are_reported_as_the_machine_says_them() throws Exception {
    try (Running running = start()) {
      say("exec", "Execution", "ACTIVE");
      count(101, 103);
      say("exec", "Execution", "INTERRUPTED");
      say("exec", "Execution", "ACTIVE");
      say("order", "ProcessAggregateId", "SO-2");
      count(104, 104);
      eventually("four pieces", () -> vitrine.good("SO-1") == 3 && vitrine.good("SO-2") == 1);
      assertThat(running.health().isFine()).isTrue();
    }

    assertThat(vitrine.reports(report -> !report.path("kind").asText().equals("progressed")))
        .extracting(report -> report.path("kind").asText())
        .containsExactly("started", "held", "resumed");
    assertThat(vitrine.reports(report -> report.path("kind").asText().equals("held")))
        .singleElement()
        .matches(held -> held.path("reason").asText().equals("Waiting for the operator"))
        .matches(held -> held.path("station").asText().equals("mill-1"))
        .matches(held -> held.path("operation").asText().equals("Milling"));
    assertThat(vitrine.conflicts()).isEmpty();
  }

  @Test
  void whoever_is_away_and_comes_back_counts_each_piece_once() throws Exception {
    try (Running first = start()) {
      count(101, 105);
      eventually("five pieces", () -> vitrine.good("SO-1") == 5);
      vitrine.losingAnswers(true);
      count(106, 108);
      eventually("eight pieces", () -> vitrine.good("SO-1") == 8);
      assertThat(first.health().standing().path("waiting").asInt()).isPositive();
    }
    vitrine.losingAnswers(false);
    count(109, 112);

    try (Running second = start()) {
      eventually("twelve pieces", () -> vitrine.good("SO-1") == 12);
      eventually("all known", () -> second.health().standing().path("waiting").asInt() == 0);
      agent.reachable(false);
      agent.reachable(true);
      count(113, 113);
      eventually("one more", () -> vitrine.good("SO-1") == 13);
    }

    assertThat(vitrine.reports(report -> report.has("good"))).hasSize(13);
    assertThat(vitrine.conflicts()).isEmpty();
    assertThat(vitrine.signals("gap")).isEmpty();
    assertThat(vitrine.signals("restarted")).isEmpty();
  }

  @Test
  void an_agent_that_began_anew_is_told_and_nothing_is_counted_over_it() throws Exception {
    try (Running running = start()) {
      count(101, 102);
      eventually("two pieces", () -> vitrine.good("SO-1") == 2);
      agent.restart();
      say("order", "ProcessAggregateId", "SO-1");
      say("cnt", "PartCount", "7");
      eventually("the restart", () -> !vitrine.signals("restarted").isEmpty());
      eventually("the doubt", () -> !vitrine.signals("gap").isEmpty());
      count(8, 9);
      eventually("two more", () -> vitrine.good("SO-1") == 4);
      assertThat(running.health().isFine()).isTrue();
    }

    assertThat(vitrine.signals("restarted"))
        .singleElement()
        .matches(told -> told.path("machine").asText().equals("mill-1"))
        .matches(told -> told.path("sentence").asText().contains("began anew"));
  }

  @Test
  void what_the_agent_no_longer_had_is_a_gap_and_no_pieces_are_invented() throws Exception {
    try (Running running = start()) {
      count(101, 101);
      eventually("one piece", () -> vitrine.good("SO-1") == 1);
      assertThat(running.health().isFine()).isTrue();
    }
    count(102, 200);

    try (Running again = start()) {
      eventually("the gap", () -> vitrine.signals("gap").size() == 2);
      count(201, 202);
      eventually("two more", () -> vitrine.good("SO-1") == 3);
      assertThat(again.health().isFine()).isTrue();
    }

    assertThat(vitrine.signals("gap"))
        .extracting(told -> told.path("sentence").asText())
        .anyMatch(sentence -> sentence.contains("no longer had what came from sequence"))
        .anyMatch(sentence -> sentence.contains("101 before and at 200 after"));
    assertThat(vitrine.signals("gap")).allMatch(told -> told.hasNonNull("until"));
  }

  @Test
  void what_was_set_aside_is_sent_again_when_somebody_asks_for_it() throws Exception {
    vitrine.refusing(report -> report.path("good").asInt() > 0 ? "There is no such order" : null);
    try (Running first = start()) {
      count(101, 103);
      eventually("aside", () -> first.health().standing().path("setAside").asInt() == 3);
    }
    vitrine.refusing(report -> null);
    count(104, 104);

    try (Running again = Running.start(folder, vitrine, sources(), true)) {
      eventually("all of it", () -> vitrine.good("SO-1") == 4);
      assertThat(again.health().standing().path("setAside").asInt()).isZero();
    }

    assertThat(folder.resolve("data/refused.jsonl")).doesNotExist();
  }

  private Running start() throws Exception {
    return Running.start(folder, vitrine, sources());
  }

  private String sources() {
    return """
    sources:
      - name: mill
        mtconnect: {url: "%s", interval: 20ms}
        machine: mill-1
        order: {tag: order}
        operation: Milling
        tags:
          - {tag: cnt, count: good}
          - tag: exec
            states:
              ACTIVE: started
              INTERRUPTED: {held: Waiting for the operator}
    """
        .formatted(agent.url());
  }

  private void count(int from, int to) {
    for (int count = from; count <= to; count++) {
      say("cnt", "PartCount", "" + count);
    }
  }

  private void say(String id, String element, String text) {
    at = at.plusSeconds(1);
    agent.say(element, id, at, text);
  }
}
