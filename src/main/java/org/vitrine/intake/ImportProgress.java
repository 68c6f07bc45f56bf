package org.vitrine.intake;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.json.Json;

/**
 * An import, or taking one back, as lines of JSON that come while it goes on: how far it is, a few
 * times a second, and in the last line what became of it, or why it ended.
 */
final class ImportProgress {
  private static final Duration BETWEEN = Duration.ofMillis(200);

  private final int of;

  /**
   * @param of how many orders or rows there are
   */
  ImportProgress(int of) {
    this.of = of;
  }

  /** Where a line is not taken the work ends: whoever imports the file again goes on from there. */
  Stream<Buffer> lines(Function<IntConsumer, ?> work) {
    return Stream.of(work).mapMulti((job, lines) -> run(job, lines));
  }

  private void run(Function<IntConsumer, ?> work, Consumer<Buffer> lines) {
    ProgressLines told = new ProgressLines(lines);
    told.line(Map.of("done", 0, "of", of));
    try {
      told.line(Map.of("summary", work.apply(told::done)));
    } catch (Rejection | StartFailed refused) {
      told.line(Map.of("failed", refused.getMessage()));
    }
  }

  /** What was said, and when. */
  private final class ProgressLines {
    private final Consumer<Buffer> lines;
    private long at;

    private ProgressLines(Consumer<Buffer> lines) {
      this.lines = lines;
    }

    private void done(int count) {
      if (System.nanoTime() - at > BETWEEN.toNanos()) {
        line(Map.of("done", count, "of", of));
      }
    }

    private void line(Object value) {
      lines.accept(Buffer.buffer(Json.text(value) + '\n'));
      at = System.nanoTime();
    }
  }
}
