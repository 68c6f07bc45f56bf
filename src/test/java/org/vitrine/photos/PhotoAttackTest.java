package org.vitrine.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.platform.Rejection;

/** What somebody may send who means no good: refused with a sentence, or made harmless. */
class PhotoAttackTest {
  private static final byte[] JPEG = PhotoFiles.jpeg(PhotoFiles.corners(64, 32));
  private static final byte[] PNG = PhotoFiles.png(PhotoFiles.corners(64, 32));

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
      for (int length = 12; length < file.length - 1; length += 1 + file.length / 25) {
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
      for (int i = 0; i < 60; i++) {
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
