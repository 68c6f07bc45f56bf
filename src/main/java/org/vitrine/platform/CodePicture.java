package org.vitrine.platform;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** A text as a code in SVG: one path, a unit square a module. */
public final class CodePicture {
  private static final int QUIET_AROUND_QR = 4;
  private static final int QUIET_AROUND_DATA_MATRIX = 2;

  /** Readers that are old take bytes beyond it for Latin letters, unless the code says UTF-8. */
  private static final Predicate<String> IS_ASCII =
      text -> StandardCharsets.US_ASCII.newEncoder().canEncode(text);

  private CodePicture() {}

  public static String qr(String text) {
    Map<EncodeHintType, Object> hints = new HashMap<>();
    hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
    hints.put(EncodeHintType.MARGIN, 0);
    if (!IS_ASCII.test(text)) {
      hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
    }
    try {
      return svg(
          new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints), QUIET_AROUND_QR);
    } catch (WriterException e) {
      throw new IllegalArgumentException("Too long for a picture", e);
    }
  }

  /** Smaller on paper; what is no ASCII becomes a QR code, which every reader understands. */
  public static String dataMatrix(String text) {
    return IS_ASCII.test(text)
        ? svg(
            new DataMatrixWriter()
                .encode(
                    text,
                    BarcodeFormat.DATA_MATRIX,
                    0,
                    0,
                    Map.of(EncodeHintType.DATA_MATRIX_SHAPE, SymbolShapeHint.FORCE_SQUARE)),
            QUIET_AROUND_DATA_MATRIX)
        : qr(text);
  }

  private static String svg(BitMatrix modules, int quiet) {
    int side = modules.getWidth() + 2 * quiet;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        int from = x;
        while (x < modules.getWidth() && modules.get(x, y)) {
          x++;
        }
        if (x > from) {
          path.append("M%d %dh%dv1h-%dz".formatted(from + quiet, y + quiet, x - from, x - from));
        }
      }
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
    <path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>\
    """
        .formatted(side, side, side, side, path);
  }
}
