package org.vitrine.gather.mtconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.gather.fixtures.Eventually.eventually;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.gather.GatherCommand;
import org.vitrine.gather.fixtures.StubVitrine;
import picocli.CommandLine;

/** What somebody sees before anything is sent. */
class PreviewIT {
  @TempDir Path folder;

  @Test
  void a_preview_shows_what_would_be_sent_and_sends_and_keeps_nothing() throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    try (StubVitrine vitrine = new StubVitrine();
        RecordedAgent agent = new RecordedAgent(100)) {
      agent.say("PartCount", "cnt", Instant.now(), "5");
      Path file = folder.resolve("gather.yaml");
      Files.writeString(
          file,
          """
          server: %s
          key: {env: NOT_NEEDED_YET}
          sources:
            - name: mill
              mtconnect: {url: "%s", interval: 20ms}
              order: SO-1
              operation: Milling
              tags: [{tag: cnt, count: good}]
          """
              .formatted(vitrine.url(), agent.url()));
      System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
      Thread preview =
          Thread.ofPlatform()
              .start(
                  () ->
                      new CommandLine(new GatherCommand())
                          .setErr(new java.io.PrintWriter(new java.io.StringWriter()))
                          .execute("--preview", "--seconds", "600", file.toString()));
      eventually("it listens", () -> text(shown).contains("would send to /api/machines/signals"));
      agent.say("PartCount", "cnt", Instant.now(), "7");
      eventually("two pieces", () -> text(shown).contains("\"good\":2"));
      preview.interrupt();
      preview.join();

      assertThat(vitrine.taken()).isEmpty();
      assertThat(vitrine.signals("live")).isEmpty();
    } finally {
      System.setOut(before);
    }
    assertThat(folder).isDirectoryNotContaining("glob:**data**");
  }

  private static String text(ByteArrayOutputStream shown) {
    return shown.toString(StandardCharsets.UTF_8);
  }
}
