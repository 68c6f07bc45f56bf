package org.vitrine.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.vitrine.platform.Rejection;

/** A clip as it was sent, looked at from outside: never decoded. */
final class ClipFile {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** Cameras stop a moment after they were told to. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private ClipFile() {}

  /**
   * Takes what a camera wrote beside its pictures (where it was taken, by what) out of the file,
   * and throws {@link Rejection.Invalid} where it says that it is too long. One that does not say
   * how long it is passes: it is small all the same.
   */
  static void checkAndClean(Path file, EvidenceFormat format) {
    try (FileChannel content =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      Optional<Duration> length =
          format == EvidenceFormat.MP4
              ? new Mp4Boxes(content).clean()
              : new WebmElements(content).length();
      length
          .filter(said -> said.compareTo(LONGEST.plus(GRACE)) > 0)
          .ifPresent(
              said -> {
                throw new Rejection.Invalid(
                    "",
                    "The clip is %d seconds long; up to %d are kept: send a shorter one"
                        .formatted(said.toSeconds(), LONGEST.toSeconds()));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
