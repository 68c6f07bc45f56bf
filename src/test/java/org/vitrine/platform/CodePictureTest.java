package org.vitrine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.Reader;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CodePictureTest {

  @Test
  void a_phone_reads_from_the_picture_what_was_put_in() throws Exception {
    String text = "otpauth://totp/Works:li.wen?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    assertThat(read(new QRCodeReader(), CodePicture.qr(text))).isEqualTo(text);
    assertThat(read(new DataMatrixReader(), CodePicture.dataMatrix(text))).isEqualTo(text);
  }

  @Test
  void a_badge_in_chinese_is_read_too() throws Exception {
    String text = "VT-BADGE:张三";

    assertThat(read(new QRCodeReader(), CodePicture.qr(text))).isEqualTo(text);
    assertThat(read(new QRCodeReader(), CodePicture.dataMatrix(text))).isEqualTo(text);
  }

  private static String read(Reader reader, String svg) throws Exception {
    return reader
        .decode(photograph(svg), Map.of(DecodeHintType.PURE_BARCODE, Boolean.TRUE))
        .getText();
  }

  /** Draws the picture, four pixels a module. */
  private static BinaryBitmap photograph(String svg) {
    Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
    assertThat(size.find()).isTrue();
    int side = 4 * Integer.parseInt(size.group(1));
    byte[] pixels = new byte[side * side];
    Arrays.fill(pixels, (byte) 255);
    Matcher module = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(svg);
    while (module.find()) {
      int width = 4 * Integer.parseInt(module.group(3));
      for (int i = 0; i < 4 * width; i++) {
        int x = 4 * Integer.parseInt(module.group(1)) + i % width;
        int y = 4 * Integer.parseInt(module.group(2)) + i / width;
        pixels[y * side + x] = 0;
      }
    }
    return new BinaryBitmap(new HybridBinarizer(new Pixels(side, pixels)));
  }

  private static final class Pixels extends LuminanceSource {
    private final byte[] grey;

    Pixels(int side, byte[] grey) {
      super(side, side);
      this.grey = grey;
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
      return Arrays.copyOfRange(grey, y * getWidth(), (y + 1) * getWidth());
    }

    @Override
    public byte[] getMatrix() {
      return grey;
    }
  }
}
