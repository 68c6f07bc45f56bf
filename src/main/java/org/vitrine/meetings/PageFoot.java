package org.vitrine.meetings;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** What stands at the foot of each page of a document: what it is, and which page. */
final class PageFoot extends PdfPageEventHelper {
  private static final float ABOVE_THE_EDGE = 36;

  private final Font font;
  private final String text;

  PageFoot(Font font, String text) {
    this.font = font;
    this.text = text;
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    ColumnText.showTextAligned(
        writer.getDirectContent(),
        Element.ALIGN_LEFT,
        new Phrase(text, font),
        document.left(),
        ABOVE_THE_EDGE,
        0);
    ColumnText.showTextAligned(
        writer.getDirectContent(),
        Element.ALIGN_RIGHT,
        new Phrase(String.valueOf(writer.getPageNumber()), font),
        document.right(),
        ABOVE_THE_EDGE,
        0);
  }
}
