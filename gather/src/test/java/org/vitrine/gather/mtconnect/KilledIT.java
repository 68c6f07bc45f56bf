package org.vitrine.gather.mtconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.gather.fixtures.Eventually.eventually;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.gather.fixtures.GathererProcess;
import org.vitrine.gather.fixtures.StubVitrine;

/** A process of its own that is killed at any moment, with a Vitrine that comes and goes. */
class KilledIT {
  private static final int PIECES = 400;
  private static final int KILLS = 3;

  @TempDir Path folder;

  @Test
  void whatever_is_killed_each_piece_counts_once_and_in_order() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    try (StubVitrine vitrine = new StubVitrine();
        RecordedAgent agent = new RecordedAgent(100_000)) {
      Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(3_600);
      agent.say("PartCount", "cnt", start, "0");
      try (GathererProcess gatherer = new GathererProcess(folder, vitrine, sources(agent))) {
        eventually("it listens", () -> !vitrine.signals("live").isEmpty());
        for (int piece = 1; piece <= PIECES; piece++) {
          agent.say("PartCount", "cnt", start.plusSeconds(piece), "" + piece);
          vitrine.losingAnswers(random.nextInt(10) == 0);
          vitrine.answering(random.nextInt(10) == 0 ? 503 : 200);
          if (piece % (PIECES / (KILLS + 1)) == 0 && piece < PIECES) {
            Thread.sleep(random.nextInt(400));
            gatherer.killAndStart();
          }
          Thread.sleep(random.nextInt(5));
        }
        vitrine.losingAnswers(false);
        vitrine.answering(200);
        eventually("all pieces", () -> vitrine.good("SO-1") >= PIECES);
        gatherer.end();
        for (String line : Files.readAllLines(gatherer.output())) {
          assertThat(new ObjectMapper().readTree(line).has("event")).isTrue();
        }
      }

      assertThat(vitrine.reports(report -> report.has("good")))
          .extracting(report -> report.path("happenedAt").asText())
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, PIECES)
                  .mapToObj(piece -> start.plusSeconds(piece).toString())
                  .toList());
      assertThat(vitrine.conflicts()).isEmpty();
      assertThat(vitrine.signals("gap")).isEmpty();
    }
  }

  private static String sources(RecordedAgent agent) {
    return """
    sources:
      - name: mill
        mtconnect: {url: "%s", interval: 20ms}
        order: SO-1
        operation: Milling
        tags:
          - {tag: cnt, count: good}
    """
        .formatted(agent.url());
  }
}
