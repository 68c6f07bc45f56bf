package org.vitrine.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.vitrine.platform.StartFailed;

/**
 * The parts of a workbook, each gone through once before it is read: a workbook is a zip of XML
 * files, a few bytes of which can unpack to gigabytes, and its reader keeps whatever it meets.
 *
 * @param sheets the part that holds a sheet, by the name that the workbook has for it
 * @param merged which cells are merged, by part
 */
record WorkbookParts(
    boolean hasStyles, Map<String, String> sheets, Map<String, List<String>> merged) {
  private static final int MOST_PARTS = 5_000;
  private static final int PARTS_TOGETHER = 4;

  /** Throws {@link StartFailed} with a sentence where it is no workbook, or too large. */
  static WorkbookParts checked(Path file, String name, TableLimits limits) {
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      requireWorkbook(name, entries);
      Unpacked unpacked = new Unpacked(name, limits.partBytes() * PARTS_TOGETHER);
      Map<String, String> sheets = new HashMap<>();
      Map<String, List<String>> merged = new HashMap<>();
      for (ZipArchiveEntry entry : entries) {
        try (InputStream part = unpacked.counting(zip.getInputStream(entry), limits.partBytes())) {
          PartScan scan = PartScan.of(name, part);
          merged.put(entry.getName(), scan.merged());
          if (entry.getName().equals("xl/_rels/workbook.xml.rels")) {
            scan.targets().forEach((id, target) -> sheets.put(id, part(target)));
          }
        }
      }
      boolean hasStyles = entries.stream().anyMatch(entry -> isNamed(entry, "xl/styles.xml"));
      return new WorkbookParts(hasStyles, sheets, merged);
    } catch (IOException damaged) {
      throw new StartFailed(
          "%s is damaged, or has a password: %s".formatted(name, damaged.getMessage()), damaged);
    }
  }

  private static void requireWorkbook(String name, List<ZipArchiveEntry> entries) {
    if (entries.size() > MOST_PARTS) {
      throw new StartFailed("%s has more than %,d parts".formatted(name, MOST_PARTS));
    }
    if (entries.stream().noneMatch(entry -> isNamed(entry, "xl/workbook.xml"))) {
      throw new StartFailed(
          name
              + " is no Excel workbook (.xlsx): open it in a spreadsheet program and save it as .xlsx or CSV");
    }
  }

  private static boolean isNamed(ZipArchiveEntry entry, String name) {
    return entry.getName().equalsIgnoreCase(name);
  }

  private static String part(String target) {
    return target.startsWith("/") ? target.substring(1) : "xl/" + target;
  }

  MergedCells mergedIn(String sheet) {
    return new MergedCells(merged.getOrDefault(sheets.getOrDefault(sheet, ""), List.of()));
  }

  /** How much came out of the zip so far. */
  private static final class Unpacked {
    private final String name;
    private final long most;
    private long bytes;

    private Unpacked(String name, long most) {
      this.name = name;
      this.most = most;
    }

    private InputStream counting(InputStream part, long mostOfPart) {
      return new FilterInputStream(part) {
        private long ofPart;

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
          int read = super.read(into, from, length);
          count(Math.max(0, read));
          return read;
        }

        @Override
        public int read() throws IOException {
          int read = super.read();
          count(read < 0 ? 0 : 1);
          return read;
        }

        private void count(int read) {
          ofPart += read;
          bytes += read;
          if (ofPart > mostOfPart || bytes > most) {
            throw new StartFailed(
                "%s unpacks to more than %d MB, which is too large; split it, or save it as CSV"
                    .formatted(name, (ofPart > mostOfPart ? mostOfPart : most) >> 20));
          }
        }
      };
    }
  }
}
