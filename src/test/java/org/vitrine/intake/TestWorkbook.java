package org.vitrine.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks for tests: as a program writes them, or part by part as somebody forges them. */
public final class TestWorkbook {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String MAIN =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String LINKS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, InputStream> parts = new LinkedHashMap<>();

  private TestWorkbook() {}

  /** One sheet, written by the library. */
  public static byte[] of(Consumer<Worksheet> sheet) {
    return with(workbook -> sheet.accept(workbook.newWorksheet("Orders")));
  }

  public static byte[] with(Consumer<org.dhatim.fastexcel.Workbook> sheets) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var workbook = new org.dhatim.fastexcel.Workbook(bytes, "test", "1.0")) {
      sheets.accept(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** One sheet of texts. */
  public static byte[] ofTexts(String... rows) {
    return of(
        sheet -> {
          for (int row = 0; row < rows.length; row++) {
            String[] cells = rows[row].split(",", -1);
            for (int at = 0; at < cells.length; at++) {
              if (!cells[at].isEmpty()) {
                sheet.value(row, at, cells[at]);
              }
            }
          }
        });
  }

  /** One sheet from what stands between its {@code sheetData}. */
  public static TestWorkbook forged(String rows) {
    return forged("<workbookPr/>", "<sheetData>" + rows + "</sheetData>");
  }

  public static TestWorkbook forged(String properties, String sheet) {
    return new TestWorkbook()
        .part(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + override("/xl/workbook.xml", "sheet.main")
                + override("/xl/styles.xml", "styles")
                + override("/xl/sharedStrings.xml", "sharedStrings")
                + "</Types>")
        .part(
            "xl/workbook.xml",
            "<workbook"
                + MAIN
                + " xmlns:r=\""
                + LINKS
                + "\">"
                + properties
                + "<sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
        .part(
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>")
        .part(
            "xl/styles.xml",
            "<styleSheet"
                + MAIN
                + "><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>")
        .part("xl/worksheets/sheet1.xml", "<worksheet" + MAIN + ">" + sheet + "</worksheet>");
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"%s\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>"
        .formatted(part, type);
  }

  /** Puts in a part, or another in its place. */
  public TestWorkbook part(String name, String xml) {
    return part(name, stream(HEAD + xml));
  }

  public TestWorkbook part(String name, InputStream content) {
    parts.put(name, content);
    return this;
  }

  static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_SPEED); // Some parts are large.
      for (Map.Entry<String, InputStream> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        part.getValue().transferTo(zip);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Table read(Path directory, byte[] workbook) {
    return read(directory, workbook, null);
  }

  static Table read(Path directory, byte[] workbook, String sheet) {
    try {
      Path file = Files.write(directory.resolve("f.xlsx"), workbook);
      return SourceFile.at(file, StandardCharsets.UTF_8, Optional.ofNullable(sheet)).table();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
