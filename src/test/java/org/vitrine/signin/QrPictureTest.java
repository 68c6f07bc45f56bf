package org.vitrine.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPictureTest {

  @Test
  void a_phone_reads_from_the_picture_what_was_put_in() throws Exception {
    String text = "otpauth://totp/Works:li.wen?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    assertThat(new QRCodeReader().decode(photograph(QrPicture.svg(text))).getText())
        .isEqualTo(text);
  }

  /** Draws the picture, four pixels a module. */
  private static BinaryBitmap photograph(String svg) {
    Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
    assertThat(size.find()).isTrue();
    int side = 4 * Integer.parseInt(size.group(1));
    byte[] pixels = new byte[side * side];
    Arrays.fill(pixels, (byte) 255);
    Matcher module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
    while (module.find()) {
      for (int i = 0; i < 16; i++) {
        int x = 4 * Integer.parseInt(module.group(1)) + i % 4;
        int y = 4 * Integer.parseInt(module.group(2)) + i / 4;
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
