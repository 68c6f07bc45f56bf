package org.vitrine.meetings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/**
 * The letters of minutes as a document: Noto Sans SC (SIL Open Font License 1.1), which has Latin
 * and Chinese. Of the ten megabytes of a weight a document carries the letters that it uses. They
 * are read when they are first needed, and let go where memory is short.
 */
final class MinutesFont {
  private static final String FOLDER = "/fonts/ttf/NotoSansSC/";

  private final Weight regular = new Weight("NotoSansSC-Regular.ttf");
  private final Weight bold = new Weight("NotoSansSC-Bold.ttf");

  Font of(float points) {
    return new Font(regular.letters(), points);
  }

  Font strong(float points) {
    return new Font(bold.letters(), points);
  }

  /** The letters of one file. */
  private static final class Weight {
    private final String file;
    private SoftReference<BaseFont> kept = new SoftReference<>(null);

    private Weight(String file) {
      this.file = file;
    }

    private BaseFont letters() {
      BaseFont known = kept.get();
      if (known == null) {
        known = read(file);
        kept = new SoftReference<>(known);
      }
      return known;
    }
  }

  private static BaseFont read(String name) {
    try (InputStream file = MinutesFont.class.getResourceAsStream(FOLDER + name)) {
      return BaseFont.createFont(
          name,
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
