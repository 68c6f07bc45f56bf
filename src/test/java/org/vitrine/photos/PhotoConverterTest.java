package org.vitrine.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.platform.Rejection;

/** What becomes of a photo that is one. */
class PhotoConverterTest {
  /** Real photos, of which some say where they were taken. They stay outside of the project. */
  private static final Path REAL = Path.of("../shared/data/photos");

  @Test
  void a_photo_is_kept_as_it_looks_with_a_thumbnail() throws Exception {
    ConvertedPhoto photo =
        PhotoConverter.convert(PhotoFiles.jpeg(PhotoFiles.corners(3_000, 1_500)));

    assertThat(photo.width()).isEqualTo(2_560);
    assertThat(photo.height()).isEqualTo(1_280);
    assertCorners(shown(photo.picture()), Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);
    BufferedImage thumbnail = shown(photo.thumbnail());
    assertThat(thumbnail.getWidth()).isEqualTo(400);
    assertThat(thumbnail.getHeight()).isEqualTo(200);
    assertCorners(thumbnail, Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);
  }

  @Test
  void a_small_one_is_not_made_larger() {
    ConvertedPhoto photo = PhotoConverter.convert(PhotoFiles.png(PhotoFiles.corners(31, 7)));

    assertThat(photo.width()).isEqualTo(31);
    assertThat(photo.height()).isEqualTo(7);
  }

  /** Where the corners go by what the camera says: red, green, blue and white as r, g, b, w. */
  @ParameterizedTest
  @CsvSource({
    "1, rgbw", "2, grwb", "3, wbgr", "4, bwrg", "5, rbgw", "6, brwg", "7, wgbr", "8, gwrb"
  })
  void it_is_turned_upright(int orientation, String corners) throws Exception {
    byte[] jpeg = PhotoFiles.withExif(PhotoFiles.jpeg(PhotoFiles.corners(320, 160)), orientation);

    ConvertedPhoto photo = PhotoConverter.convert(jpeg);

    assertThat(photo.width()).isEqualTo(orientation < 5 ? 320 : 160);
    assertThat(photo.height()).isEqualTo(orientation < 5 ? 160 : 320);
    Color[] wanted = corners.chars().mapToObj(PhotoConverterTest::colour).toArray(Color[]::new);
    assertCorners(shown(photo.picture()), wanted);
    assertCorners(shown(photo.thumbnail()), wanted);
  }

  private static Color colour(int letter) {
    return switch (letter) {
      case 'r' -> Color.RED;
      case 'g' -> Color.GREEN;
      case 'b' -> Color.BLUE;
      default -> Color.WHITE;
    };
  }

  @Test
  void png_and_webp_are_turned_too() {
    byte[] png = PhotoFiles.plainPng(30, 10, 8, 2, PhotoFiles.chunk("eXIf", PhotoFiles.exif(6)));
    assertThat(PhotoConverter.convert(png).height()).isEqualTo(30);

    byte[] plain = PhotoFiles.plainWebp(30, 10);
    byte[] webp =
        PhotoFiles.riff(
            Arrays.copyOfRange(plain, 12, plain.length),
            PhotoFiles.riffChunk("EXIF", PhotoFiles.exif(6)));
    assertThat(PhotoConverter.convert(webp).height()).isEqualTo(30);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 6, 8})
  void a_real_one_looks_the_same_however_the_camera_was_held(int orientation) throws Exception {
    BufferedImage upright = shown(PhotoConverter.convert(real("orientation-1.jpg")).thumbnail());
    BufferedImage turned =
        shown(PhotoConverter.convert(real("orientation-" + orientation + ".jpg")).thumbnail());

    assertThat(turned.getWidth()).isEqualTo(upright.getWidth());
    assertThat(turned.getHeight()).isEqualTo(upright.getHeight());
    assertThat(difference(upright, turned)).isLessThan(6);
  }

  /** How far apart the colours are on average, of 255. */
  private static double difference(BufferedImage one, BufferedImage other) {
    long sum = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        Color a = new Color(one.getRGB(x, y));
        Color b = new Color(other.getRGB(x, y));
        sum +=
            Math.abs(a.getRed() - b.getRed())
                + Math.abs(a.getGreen() - b.getGreen())
                + Math.abs(a.getBlue() - b.getBlue());
      }
    }
    return sum / 3.0 / one.getWidth() / one.getHeight();
  }

  @Test
  void nothing_is_left_of_where_it_was_taken() throws Exception {
    byte[] made = PhotoFiles.withExif(PhotoFiles.jpeg(PhotoFiles.corners(64, 64)), 1);
    assertThat(directories(made)).hasAtLeastOneElementOfType(GpsDirectory.class);

    assertOnlyPixels(PhotoConverter.convert(made));
  }

  @ParameterizedTest
  @ValueSource(strings = {"with-position.jpg", "broken-metadata.jpg", "orientation-6.jpg"})
  void nothing_is_left_of_what_real_cameras_wrote(String name) throws Exception {
    assertOnlyPixels(PhotoConverter.convert(real(name)));
  }

  private static void assertOnlyPixels(ConvertedPhoto photo) throws Exception {
    for (PhotoSize size : PhotoSize.values()) {
      assertThat(directories(photo.in(size)))
          .extracting(Directory::getName)
          .containsOnly("JPEG", "JFIF", "Huffman", "File Type");
    }
  }

  private static List<Directory> directories(byte[] file)
      throws ImageProcessingException, IOException {
    return StreamSupport.stream(
            ImageMetadataReader.readMetadata(new ByteArrayInputStream(file))
                .getDirectories()
                .spliterator(),
            false)
        .toList();
  }

  @Test
  void metadata_that_is_broken_does_no_harm() throws Exception {
    byte[] jpeg = PhotoFiles.jpeg(PhotoFiles.corners(64, 32));
    byte[] cyclic = PhotoFiles.exif(6);
    cyclic[34] = 8; // What comes next is what came before.
    for (byte[] exif :
        List.of(cyclic, new byte[] {1, 2, 3}, PhotoFiles.cut(PhotoFiles.exif(6), 20))) {
      byte[] broken =
          PhotoFiles.withSegment(jpeg, 0xE1, PhotoFiles.join(PhotoFiles.latin("Exif\0\0"), exif));

      assertThat(PhotoConverter.convert(broken).width()).isIn(64, 32);
    }
  }

  @Test
  void a_real_heic_is_refused_with_the_way_out() throws Exception {
    byte[] heic = real("picture.heic");

    assertThatThrownBy(() -> PhotoConverter.convert(heic))
        .isInstanceOf(Rejection.WrongMedia.class)
        .hasMessageContaining("HEIC")
        .hasMessageContaining("Most Compatible");
  }

  /** Whatever colours are made of, they look as they did. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_BYTE_INDEXED
      })
  void colours_stay_what_they_are(int type) throws Exception {
    BufferedImage image = PhotoFiles.corners(64, 32, type);

    BufferedImage shown = shown(PhotoConverter.convert(PhotoFiles.png(image)).picture());

    assertCorners(shown, Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);
  }

  @Test
  void greys_are_as_light_as_they_were_with_8_bits_and_with_16() throws Exception {
    for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY}) {
      BufferedImage grey = new BufferedImage(8, 8, type);
      int middle = type == BufferedImage.TYPE_BYTE_GRAY ? 100 : 100 * 257;
      for (int i = 0; i < 64; i++) {
        grey.getRaster().setSample(i % 8, i / 8, 0, middle);
      }

      assertShows(PhotoConverter.convert(PhotoFiles.png(grey)), new Color(100, 100, 100));
      if (type == BufferedImage.TYPE_BYTE_GRAY) {
        assertShows(PhotoConverter.convert(PhotoFiles.jpeg(grey)), new Color(100, 100, 100));
      }
    }
  }

  /** What is one byte as it is read is three as it is drawn. */
  @Test
  void of_a_large_one_with_few_colours_a_part_is_read_too() {
    for (int colourType : new int[] {0, 3}) {
      PhotoSource large = PhotoSource.of(PhotoFiles.plainPng(5_119, 5_119, 8, colourType));

      assertThat(PhotoDecoder.decode(large, 2_560).getWidth()).isEqualTo(2_560);
    }
    PhotoSource usual = PhotoSource.of(PhotoFiles.plainPng(4_000, 3_000, 8, 2));
    assertThat(PhotoDecoder.decode(usual, 2_560).getWidth()).isEqualTo(4_000);
  }

  @Test
  void what_is_transparent_lies_on_white() throws Exception {
    BufferedImage clear = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);

    assertShows(PhotoConverter.convert(PhotoFiles.png(clear)), Color.WHITE);
    for (int bits : new int[] {8, 16}) {
      assertShows(
          PhotoConverter.convert(PhotoFiles.plainPng(8, 8, bits, 4)), Color.WHITE); // grey, alpha
      assertShows(PhotoConverter.convert(PhotoFiles.plainPng(8, 8, bits, 6)), Color.WHITE);
      assertShows(PhotoConverter.convert(PhotoFiles.plainPng(8, 8, bits, 2)), Color.BLACK);
    }
  }

  @Test
  void four_inks_are_shown_as_three_colours() throws Exception {
    assertShows(PhotoConverter.convert(PhotoFiles.inks()), Color.WHITE);
  }

  @Test
  void webp_is_read_whether_it_lost_something_or_not() throws Exception {
    assertShows(PhotoConverter.convert(PhotoFiles.plainWebp(20, 10)), new Color(200, 90, 30));

    BufferedImage lossy = shown(PhotoConverter.convert(PhotoFiles.lossyWebp()).picture());
    assertThat(lossy.getWidth()).isEqualTo(32);
    assertNear(new Color(lossy.getRGB(16, 4)), Color.RED, 60);
    assertNear(new Color(lossy.getRGB(16, 28)), Color.BLUE, 60);
  }

  @Test
  void a_progressive_one_is_read() throws Exception {
    byte[] jpeg = PhotoFiles.progressiveJpeg(PhotoFiles.corners(320, 160));

    assertCorners(
        shown(PhotoConverter.convert(jpeg).picture()),
        Color.RED,
        Color.GREEN,
        Color.BLUE,
        Color.WHITE);
  }

  private static byte[] real(String name) throws IOException {
    Path file = REAL.resolve(name);
    if (!Files.isReadable(file)) {
      System.out.println("Skipped: there is no " + file);
    }
    Assumptions.assumeTrue(Files.isReadable(file), "no " + file);
    return Files.readAllBytes(file);
  }

  private static BufferedImage shown(byte[] jpeg) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }

  private static void assertShows(ConvertedPhoto photo, Color colour) throws IOException {
    BufferedImage shown = shown(photo.picture());
    assertNear(new Color(shown.getRGB(shown.getWidth() / 2, shown.getHeight() / 2)), colour, 8);
  }

  private static void assertCorners(BufferedImage shown, Color... colours) {
    for (int i = 0; i < colours.length; i++) {
      int x = (1 + i % 2 * 2) * shown.getWidth() / 4;
      int y = (1 + i / 2 * 2) * shown.getHeight() / 4;
      assertNear(new Color(shown.getRGB(x, y)), colours[i], 12);
    }
  }

  private static void assertNear(Color found, Color wanted, int apart) {
    assertThat(found.getRed()).as("red of " + found).isCloseTo(wanted.getRed(), within(apart));
    assertThat(found.getGreen())
        .as("green of " + found)
        .isCloseTo(wanted.getGreen(), within(apart));
    assertThat(found.getBlue()).as("blue of " + found).isCloseTo(wanted.getBlue(), within(apart));
  }
}
