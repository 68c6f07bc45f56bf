package org.vitrine.gather.mtconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.vitrine.gather.fixtures.Eventually.eventually;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.gather.fixtures.Running;
import org.vitrine.gather.fixtures.StubVitrine;
import org.vitrine.gather.plan.FaultyPlan;
import org.vitrine.gather.plan.Peer;
import org.vitrine.gather.plan.PlanFile;
import org.vitrine.gather.plan.SourcePlan;
import org.vitrine.gather.sources.Batch;
import org.vitrine.gather.sources.Receiver;

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
  void what_came_of_an_hour_in_which_nothing_was_known_is_told_and_not_reported() throws Exception {
    try (Running running = start()) {
      count(101, 102);
      eventually("two pieces", () -> vitrine.good("SO-1") == 2);
      say("order", "ProcessAggregateId", "UNAVAILABLE");
      say("cnt", "PartCount", "UNAVAILABLE");
      at = at.plusSeconds(600);
      count(130, 131);
      eventually("it is told", () -> !vitrine.signals("gap").isEmpty());
      say("order", "ProcessAggregateId", "SO-2");
      count(132, 133);
      eventually("what is sure", () -> vitrine.good("SO-2") == 2);
      assertThat(running.health().standing().path("unused").toString())
          .contains("no order is known");
    }

    assertThat(vitrine.good("SO-1")).isEqualTo(2);
    assertThat(vitrine.signals("gap"))
        .singleElement()
        .matches(told -> told.path("sentence").asText().contains("102 before and at 130 after"));
  }

  @Test
  void what_was_damaged_on_disk_is_told_and_nothing_is_counted_over_it() throws Exception {
    try (Running first = start()) {
      count(101, 103);
      eventually("three pieces", () -> vitrine.good("SO-1") == 3);
      assertThat(first.health().isFine()).isTrue();
    }
    count(104, 110);
    damageTheSecondRecord();

    try (Running again = start()) {
      eventually("it is told", () -> vitrine.signals("gap").size() == 2);
      count(111, 112);
      eventually("two more", () -> vitrine.good("SO-1") == 5);
      assertThat(again.health().isFine()).isTrue();
    }

    assertThat(vitrine.signals("gap"))
        .extracting(told -> told.path("sentence").asText())
        .containsExactly(
            "Some of what the gatherer had kept was damaged, and is lost",
            "Counter cnt stood at 103 before and at 110 after: the difference is not reported");
    assertThat(vitrine.conflicts()).isEmpty();
  }

  /** The first is the snapshot; each begins with its length and its checksum. */
  private void damageTheSecondRecord() throws IOException {
    Path journal = folder.resolve("data/journal-0000000000000001.log");
    byte[] bytes = Files.readAllBytes(journal);
    int second = 8 + ByteBuffer.wrap(bytes).getInt();
    bytes[second + 20] ^= 1;
    Files.write(journal, bytes);
  }

  @Test
  void a_stream_that_says_nothing_is_left_each_time() throws Exception {
    AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    AtomicInteger losses = new AtomicInteger();
    SourcePlan plan = plan();
    try (MtConnectSource source =
        new MtConnectSource(
            plan,
            (Peer.MtConnect) plan.peer(),
            listening(heard, losses),
            () -> Instant.now().plus(ahead.get()))) {
      source.start();
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("SO-1");
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("100");
      for (int time = 1; time <= 2; time++) {
        count(100 + time, 100 + time);
        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("" + (100 + time));
        agent.silent(true);
        ahead.set(ahead.get().plus(Agent.HEARTBEAT.multipliedBy(4)));
        int before = time - 1;
        eventually("it is left", () -> losses.get() > before);
        agent.silent(false);
      }
      count(103, 103);
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("103");
    }
  }

  @Test
  void a_stream_that_cannot_be_closed_does_not_end_who_closes_it() {
    InputStream broken =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public void close() throws IOException {
            throw new IOException("reset by peer");
          }
        };

    assertThatCode(new Agent.Stream(broken, null)::close).doesNotThrowAnyException();
  }

  private SourcePlan plan() throws IOException, FaultyPlan {
    Path file = folder.resolve("gather.yaml");
    Files.writeString(file, "server: http://localhost\nkey: {env: KEY}\n" + sources());
    return new PlanFile(Map.of("KEY", "k")).read(file, false).sources().getFirst();
  }

  private static Receiver listening(BlockingQueue<String> heard, AtomicInteger losses) {
    return new Receiver() {
      @Override
      public void take(Batch batch) {
        batch.values().forEach(value -> heard.add(value.text()));
      }

      @Override
      public String position(String key) {
        return null;
      }

      @Override
      public void connected() {}

      @Override
      public void disconnected(String why) {
        losses.incrementAndGet();
      }

      @Override
      public void unusable(String tag, String why, String value) {}
    };
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
