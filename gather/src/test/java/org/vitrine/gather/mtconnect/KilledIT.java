package org.vitrine.gather.mtconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.gather.fixtures.Eventually.eventually;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.gather.GatherCommand;
import org.vitrine.gather.fixtures.StubVitrine;

/** A process of its own that is killed at any moment, with a Vitrine that comes and goes. */
class KilledIT {
  private static final int PIECES = 400;
  private static final int KILLS = 3;

  @TempDir Path folder;
  private Process gatherer;

  @AfterEach
  void leaveNothingRunning() {
    if (gatherer != null) {
      gatherer.destroyForcibly();
    }
  }

  @Test
  void whatever_is_killed_each_piece_counts_once_and_in_order() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    try (StubVitrine vitrine = new StubVitrine();
        RecordedAgent agent = new RecordedAgent(100_000)) {
      Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(3_600);
      agent.say("PartCount", "cnt", start, "0");
      write(vitrine, agent);
      gatherer = start();
      eventually("it listens", () -> !vitrine.signals("live").isEmpty());
      for (int piece = 1; piece <= PIECES; piece++) {
        agent.say("PartCount", "cnt", start.plusSeconds(piece), "" + piece);
        vitrine.losingAnswers(random.nextInt(10) == 0);
        vitrine.answering(random.nextInt(10) == 0 ? 503 : 200);
        if (piece % (PIECES / (KILLS + 1)) == 0 && piece < PIECES) {
          Thread.sleep(random.nextInt(400));
          gatherer.destroyForcibly().waitFor();
          gatherer = start();
        }
        Thread.sleep(random.nextInt(5));
      }
      vitrine.losingAnswers(false);
      vitrine.answering(200);
      eventually("all pieces", () -> vitrine.good("SO-1") >= PIECES);
      gatherer.destroy();
      assertThat(gatherer.waitFor(30, TimeUnit.SECONDS)).isTrue();

      assertThat(vitrine.reports(report -> report.has("good")))
          .extracting(report -> report.path("happenedAt").asText())
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, PIECES)
                  .mapToObj(piece -> start.plusSeconds(piece).toString())
                  .toList());
      assertThat(vitrine.conflicts()).isEmpty();
      assertThat(vitrine.signals("gap")).isEmpty();
    }
    for (String line : Files.readAllLines(folder.resolve("out"))) {
      assertThat(new ObjectMapper().readTree(line).has("event")).isTrue();
    }
  }

  private void write(StubVitrine vitrine, RecordedAgent agent) throws IOException {
    Files.writeString(
        folder.resolve("gather.yaml"),
        """
        server: %s
        key: {env: KEY}
        sources:
          - name: mill
            mtconnect: {url: "%s", interval: 20ms}
            order: SO-1
            operation: Milling
            tags:
              - {tag: cnt, count: good}
        """
            .formatted(vitrine.url(), agent.url()));
  }

  private Process start() throws IOException {
    String java = ProcessHandle.current().info().command().orElseThrow();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                GatherCommand.class.getName(),
                folder.resolve("gather.yaml").toString()));
    builder.environment().put("KEY", StubVitrine.KEY);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()));
    return builder.start();
  }
}
