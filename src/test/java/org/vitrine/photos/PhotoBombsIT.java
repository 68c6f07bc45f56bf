package org.vitrine.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.fixtures.Processes;

/** Files that are small and unpack to much, and the largest that are taken. */
class PhotoBombsIT {
  private static final long NINE_HUNDRED_MEGABYTES = 900_000_000;

  @TempDir Path folder;

  /** All of these together, two at a time, by a process that has little memory. */
  @Test
  void the_largest_and_the_worst_are_answered_within_a_small_heap() throws Exception {
    Map<String, String> answers = new LinkedHashMap<>();
    byte[] text = PhotoFiles.deflatedZeros(NINE_HUNDRED_MEGABYTES);
    assertThat(text.length).isLessThan(1_000_000);
    byte[] pixels = PhotoFiles.plainPng(50_000, 50_000, 1, 0);
    assertThat(pixels.length).isLessThan(400_000);
    file(answers, "bomb-of-pixels", pixels, "Invalid");
    for (int colours : new int[] {2, 3}) {
      file(
          answers,
          "bomb-in-texts-" + colours,
          PhotoFiles.plainPng(
              64,
              32,
              8,
              colours,
              PhotoFiles.chunk("zTXt", PhotoFiles.join(PhotoFiles.latin("Comment\0\0"), text)),
              PhotoFiles.chunk("iTXt", PhotoFiles.join(PhotoFiles.latin("Title\0\1\0\0\0"), text)),
              PhotoFiles.chunk("iCCP", PhotoFiles.join(PhotoFiles.latin("sRGB\0\0"), text))),
          "64x32");
    }
    BufferedImage large = PhotoFiles.corners(7_300, 5_479);
    file(answers, "forty-in-layers", PhotoFiles.progressiveJpeg(large), "2560x1922");
    file(answers, "forty-in-sixteen-bits", PhotoFiles.plainPng(6_300, 6_300, 16, 6), "2100x2100");
    file(answers, "grey", PhotoFiles.plainPng(5_119, 5_119, 8, 0), "2560x2560");
    file(answers, "indexed", PhotoFiles.plainPng(5_119, 5_119, 8, 3), "2560x2560");
    file(answers, "narrow", PhotoFiles.plainPng(2_000, 20_000, 8, 2), "256x2560");
    file(answers, "lossless", PhotoFiles.plainWebp(4_000, 4_000), "2000x2000");
    file(answers, "too-large-for-lossless", PhotoFiles.plainWebp(16_383, 2_441), "Invalid");

    assertThat(answered()).isEqualTo(answers);
  }

  private void file(Map<String, String> answers, String name, byte[] content, String answer)
      throws IOException {
    Files.write(folder.resolve(name), content);
    answers.put(name, answer);
  }

  /** What a process of its own makes of the files: the size, or how it was refused. */
  private Map<String, String> answered() throws IOException, InterruptedException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        Processes.start(
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx320m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-cp",
                    classPath,
                    PhotoProcess.class.getName(),
                    folder.toString())
                .redirectErrorStream(true));
    Map<String, String> answers = new LinkedHashMap<>();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    said.lines()
        .filter(line -> line.startsWith(PhotoProcess.ANSWER))
        .map(line -> line.substring(PhotoProcess.ANSWER.length()).split(" "))
        .forEach(pair -> answers.put(pair[0], pair[1]));
    return answers;
  }
}
