package org.vitrine.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.platform.Rejection;

/** What somebody may send who means no good: refused with a sentence, or made harmless. */
class PhotoAttackTest {
  private static final long NINE_HUNDRED_MEGABYTES = 900_000_000;
  private static final byte[] JPEG = PhotoFiles.jpeg(PhotoFiles.corners(64, 32));
  private static final byte[] PNG = PhotoFiles.png(PhotoFiles.corners(64, 32));

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
              PhotoFiles.chunk(
                  "iTXt", PhotoFiles.join(PhotoFiles.latin("Title\0\1\0\0\0"), text)),
              PhotoFiles.chunk("iCCP", PhotoFiles.join(PhotoFiles.latin("sRGB\0\0"), text))),
          "64x32");
    }
    BufferedImage large = PhotoFiles.corners(7_300, 5_479);
    file(answers, "forty-megapixels", PhotoFiles.jpeg(large), "2560x1922");
    file(answers, "forty-in-layers", PhotoFiles.progressiveJpeg(large), "2560x1922");
    file(answers, "sixteen-bits", PhotoFiles.plainPng(5_100, 5_100, 16, 6), "1700x1700");
    file(answers, "forty-in-sixteen-bits", PhotoFiles.plainPng(6_300, 6_300, 16, 6), "2100x2100");
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
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                classPath,
                PhotoProcess.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    Map<String, String> answers = new LinkedHashMap<>();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    said.lines()
        .filter(line -> line.startsWith(PhotoProcess.ANSWER))
        .map(line -> line.substring(PhotoProcess.ANSWER.length()).split(" "))
        .forEach(pair -> answers.put(pair[0], pair[1]));
    return answers;
  }

  /** Whatever else it is, behind its end or within it, is gone. */
  @Test
  void what_is_also_a_page_or_an_archive_is_a_photo_afterwards() {
    byte[] page = PhotoFiles.latin("<html><script>alert(1)</script></html>");
    byte[] archive = PhotoFiles.latin("PK\3\4 evil.sh PK\5\6");
    for (byte[] file :
        List.of(
            PhotoFiles.join(JPEG, page, archive),
            PhotoFiles.withSegment(JPEG, 0xFE, page),
            PhotoFiles.withSegment(JPEG, 0xEF, archive),
            PhotoFiles.join(PNG, archive),
            PhotoFiles.plainPng(64, 32, 8, 2, PhotoFiles.chunk("tEXt", page)))) {
      ConvertedPhoto photo = PhotoConverter.convert(file);

      for (PhotoSize size : PhotoSize.values()) {
        String kept = new String(photo.in(size), StandardCharsets.ISO_8859_1);
        assertThat(kept).startsWith("\u00FF\u00D8\u00FF").doesNotContain("<script", "evil.sh");
        assertThat(kept).endsWith("\u00FF\u00D9");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>|JPEG, PNG or WebP",
        "<?xml version='1.0'?><svg/>|JPEG, PNG or WebP",
        "<html></html>|JPEG, PNG or WebP",
        "GIF89a rest|GIF",
        "%PDF-1.7|JPEG, PNG or WebP",
        "BM rest|JPEG, PNG or WebP",
        "....ftypheic....|HEIC",
        "....ftypmif1....|Most Compatible",
        "....ftypavif....|AVIF",
        "....ftypisom....|JPEG, PNG or WebP",
        "RIFF....WAVEfmt |JPEG, PNG or WebP",
        "''|empty"
      })
  void what_is_no_photo_is_refused_with_the_way_out(String content, String said) {
    assertThatThrownBy(() -> PhotoConverter.convert(PhotoFiles.latin(content)))
        .isInstanceOf(Rejection.WrongMedia.class)
        .hasMessageContaining(said);
  }

  @Test
  void a_gif_is_refused() {
    byte[] gif = PhotoFiles.gif(PhotoFiles.corners(8, 8, BufferedImage.TYPE_BYTE_INDEXED));

    assertThatThrownBy(() -> PhotoConverter.convert(gif)).isInstanceOf(Rejection.WrongMedia.class);
  }

  @Test
  void what_is_cut_off_is_refused_wherever_it_ends() {
    byte[] progressive = PhotoFiles.progressiveJpeg(PhotoFiles.corners(64, 32));
    for (byte[] file : List.of(JPEG, progressive, PNG, PhotoFiles.lossyWebp())) {
      for (int length = 12; length < file.length - 1; length += 1 + file.length / 60) {
        byte[] part = PhotoFiles.cut(file, length);
        assertThatThrownBy(() -> PhotoConverter.convert(part))
            .as("%d of %d bytes", length, file.length)
            .isInstanceOf(Rejection.Invalid.class)
            .hasMessageContaining("photo");
      }
    }
  }

  /** A sentence, or a photo: never anything else, and never a fault of ours. */
  @Test
  void what_is_damaged_is_refused_or_shown() throws IOException {
    Random random = new Random(7);
    for (byte[] file : List.of(JPEG, PNG, PhotoFiles.lossyWebp(), PhotoFiles.plainWebp(9, 9))) {
      for (int i = 0; i < 150; i++) {
        byte[] damaged = file.clone();
        for (int j = 0; j <= i % 5; j++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        assertRefusedOrShown(damaged);
      }
    }
  }

  private static void assertRefusedOrShown(byte[] file) throws IOException {
    ConvertedPhoto photo;
    try {
      photo = PhotoConverter.convert(file);
    } catch (Rejection refused) {
      assertThat(refused).hasMessageContaining("photo");
      return;
    }
    assertThat(ImageIO.read(new ByteArrayInputStream(photo.picture()))).isNotNull();
  }

  @Test
  void a_size_that_cannot_be_is_refused() {
    for (byte[] file :
        List.of(
            PhotoFiles.plainPng(0, 10, 8, 2),
            PhotoFiles.plainPng(-1, 1, 8, 2),
            PhotoFiles.plainPng(20_001, 1, 8, 2))) {
      assertThatThrownBy(() -> PhotoConverter.convert(file)).isInstanceOf(Rejection.Invalid.class);
    }
  }

  @Test
  void a_webp_that_moves_or_lies_about_its_size_is_refused() {
    byte[] plain = PhotoFiles.plainWebp(9, 9);
    byte[] frame = Arrays.copyOfRange(plain, 12, plain.length);
    byte[] moving = PhotoFiles.riffChunk("VP8X", new byte[] {2, 0, 0, 0, 8, 0, 0, 8, 0, 0});
    byte[] larger = PhotoFiles.riffChunk("VP8X", new byte[] {0, 0, 0, 0, 99, 0, 0, 8, 0, 0});
    for (byte[] canvas : List.of(moving, larger)) {
      assertThatThrownBy(() -> PhotoConverter.convert(PhotoFiles.riff(canvas, frame)))
          .isInstanceOf(Rejection.Invalid.class);
    }
  }

  /** Each layer costs as much as the whole picture, however small it is in the file. */
  @Test
  void a_jpeg_of_endless_layers_is_refused() {
    byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 1, 63, 0, 0};
    byte[][] layers = new byte[2_000][];
    Arrays.fill(layers, scan);
    byte[] file =
        PhotoFiles.join(
            PhotoFiles.cut(JPEG, JPEG.length - 2),
            PhotoFiles.join(layers),
            PhotoFiles.latin("\u00FF\u00D9"));

    assertThatThrownBy(() -> PhotoConverter.convert(file))
        .isInstanceOf(Rejection.Invalid.class)
        .hasMessageContaining("layers");
  }

  @Test
  void a_name_is_a_plain_name() {
    String[][] names = {
      {"IMG_0042.JPG", "IMG_0042.jpg"},
      {"../../etc/passwd", "passwd.jpg"},
      {"..\\..\\windows\\system.ini", "system.jpg"},
      {"C:evil.png", "evil.jpg"},
      {"a\u0000b\r\nSet-Cookie: x=1.jpg", "x=1.jpg"},
      {"line\r\nbreak.jpg", "line break.jpg"},
      {"gnp\u202Egpj.exe", "gnp gpj.jpg"},
      {"\"quoted\"; filename=evil.html", "quoted filename=evil.jpg"},
      {"终检 照片.jpeg", "终检 照片.jpg"},
      {"...", "photo.jpg"},
      {"", "photo.jpg"},
      {".htaccess", "htaccess.jpg"},
      {"<img src=x onerror=alert(1)>.png", "img src=x onerror=alert(1).jpg"},
      {"长".repeat(500), "长".repeat(80) + ".jpg"}
    };
    for (String[] name : names) {
      assertThat(PhotoName.of(name[0])).isEqualTo(name[1]);
    }
  }
}
