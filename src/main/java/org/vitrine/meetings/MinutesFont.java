package org.vitrine.meetings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/**
 * The letters of minutes as a document: Noto Sans SC (SIL Open Font License 1.1), which has Latin
 * and Chinese. Of its ten megabytes a document carries the letters that it uses. It is read when it
 * is first needed, and let go where memory is short.
 */
final class MinutesFont {
  private static final String FILE = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";

  private SoftReference<BaseFont> kept = new SoftReference<>(null);

  Font of(float points) {
    return new Font(base(), points);
  }

  Font strong(float points) {
    return new Font(base(), points, Font.BOLD);
  }

  private BaseFont base() {
    BaseFont known = kept.get();
    if (known == null) {
      known = read();
      kept = new SoftReference<>(known);
    }
    return known;
  }

  private static BaseFont read() {
    try (InputStream file = MinutesFont.class.getResourceAsStream(FILE)) {
      return BaseFont.createFont(
          "NotoSansSC-Regular.ttf",
          BaseFont.IDENTITY_H,
          BaseFont.EMBEDDED,
          BaseFont.NOT_CACHED,
          file.readAllBytes(),
          null);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
