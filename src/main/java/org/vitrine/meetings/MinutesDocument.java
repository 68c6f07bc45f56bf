package org.vitrine.meetings;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.commons.codec.digest.DigestUtils;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;
import org.vitrine.platform.words.Language;

/**
 * Minutes as a PDF, made of the page that its reader may see, so that nothing is in it which is not
 * theirs. One is made at a time, since letters are shared, and kept for a while: long minutes take
 * seconds, and whoever asks again costs nothing as long as they read the same.
 */
final class MinutesDocument {
  private static final float MARGIN = 56;
  private static final float FOOT = 64;
  private static final float INDENT = 28;
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final long MOST_BYTES_KEPT = 16 * 1024 * 1024;
  private static final Color GREY = new Color(0x5a, 0x60, 0x68);

  private final MinutesWords words;
  private final String manufacturer;
  private final MinutesFont font = new MinutesFont();
  private final ReentrantLock one = new ReentrantLock();
  private final Cache<ReadPage, byte[]> made =
      Caffeine.newBuilder()
          .expireAfterAccess(KEPT)
          .maximumWeight(MOST_BYTES_KEPT)
          .weigher((ReadPage read, byte[] bytes) -> bytes.length)
          .build();

  /**
   * @param page the digest of all that is on it
   */
  private record ReadPage(String page, Language language) {
    static ReadPage of(JsonNode page, Language language) {
      return new ReadPage(DigestUtils.sha256Hex(page.toString()), language);
    }
  }

  MinutesDocument(MinutesWords words, String manufacturer) {
    this.words = words;
    this.manufacturer = manufacturer;
  }

  /**
   * @param page of the meeting as its reader sees it
   */
  byte[] of(JsonNode page, Language language) {
    ReadPage read = ReadPage.of(page, language);
    byte[] known = made.getIfPresent(read);
    if (known != null) {
      return known;
    }
    one.lock();
    try {
      return made.get(read, any -> made(page, language));
    } finally {
      one.unlock();
    }
  }

  private byte[] made(JsonNode page, Language language) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, FOOT);
    PdfWriter writer = PdfWriter.getInstance(document, bytes);
    writer.setPageEvent(new PageFoot(grey(8), foot(page, language)));
    document.addTitle(words.heading(page, language));
    document.addAuthor(manufacturer);
    document.addCreator("Vitrine");
    document.open();
    write(document, page, language);
    document.close();
    return bytes.toByteArray();
  }

  private String foot(JsonNode page, Language language) {
    return manufacturer + " · " + words.heading(page, language);
  }

  private void write(Document document, JsonNode page, Language language) {
    add(document, manufacturer, grey(9), 0, 0);
    add(document, words.heading(page, language), font.strong(18), 4, 0);
    for (String fact : words.facts(page, language)) {
      add(document, fact, grey(10), 2, 0);
    }
    page.path("agenda").forEach(key -> item(document, page, key.asText(), language));
    if (!MinutesLines.ofItem(page, "").isEmpty()) {
      add(document, words.text(language, "recorded.other"), font.strong(12), 16, 0);
      lines(document, page, "", language);
    }
    polls(document, page, language);
  }

  private void polls(Document document, JsonNode page, Language language) {
    List<JsonNode> counted =
        page.path("polls").valueStream().filter(poll -> poll.has("result")).toList();
    if (!counted.isEmpty()) {
      add(document, words.text(language, "poll.title"), font.strong(12), 16, 0);
    }
    for (JsonNode poll : counted) {
      add(document, poll.path("question").asText(), font.of(10.5f), 4, INDENT);
      add(document, words.result(poll, language), grey(10), 2, INDENT);
    }
  }

  private void item(Document document, JsonNode page, String key, Language language) {
    JsonNode item = page.path("items").path(key);
    if (item.isMissingNode() || item.path("state").asText().equals("merged")) {
      return;
    }
    add(document, words.item(item, language), font.strong(12), 16, 0);
    String came = words.came(item, language);
    if (!came.isEmpty()) {
      add(document, came, grey(10), 2, 0);
    }
    lines(document, page, key, language);
  }

  private void lines(Document document, JsonNode page, String item, Language language) {
    for (JsonNode line : MinutesLines.ofItem(page, item)) {
      add(document, words.line(page, line, language), font.of(10.5f), 4, INDENT);
      for (JsonNode correction : MinutesLines.correcting(page, line)) {
        add(document, words.correction(line, correction, language), grey(10), 2, INDENT);
      }
    }
  }

  private Font grey(float points) {
    Font grey = font.of(points);
    grey.setColor(GREY);
    return grey;
  }

  private static void add(
      Document document, String text, Font letters, float before, float indent) {
    Paragraph paragraph = new Paragraph(text, letters);
    paragraph.setLeading(letters.getSize() * 1.45f);
    paragraph.setSpacingBefore(before);
    paragraph.setIndentationLeft(indent);
    document.add(paragraph);
  }
}
