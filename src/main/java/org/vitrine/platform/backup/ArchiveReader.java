package org.vitrine.platform.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.backup.BackupManifest.ArchivedFile;
import org.vitrine.platform.json.Json;

/** Reads an archive from its beginning to its end, and whether each part is what was written. */
final class ArchiveReader {
  static final String MANIFEST = "manifest.json";
  private static final int BUFFER = 1 << 16;

  private final InputStream in;

  ArchiveReader(InputStream in) {
    this.in = new BufferedInputStream(in, BUFFER);
  }

  /** Takes what is in the archive, one file after the other, the manifest excepted. */
  @FunctionalInterface
  interface ArchiveVisitor {
    void visit(String name, InputStream content) throws IOException;
  }

  /**
   * Reads all of it and returns what it says of itself; throws {@link StartFailed} where something
   * is missing, is too much, or is not what it was when it was written.
   */
  BackupManifest verified() {
    return read((name, content) -> {});
  }

  BackupManifest read(ArchiveVisitor visitor) {
    Map<String, ArchivedFile> found = new LinkedHashMap<>();
    Optional<BackupManifest> manifest = Optional.empty();
    try {
      ZipInputStream zip = new ZipInputStream(in);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(MANIFEST)) {
          manifest = Optional.of(manifest(zip));
        } else {
          found.put(entry.getName(), visited(entry.getName(), zip, visitor));
        }
      }
      in.transferTo(OutputStream.nullOutputStream()); // What seals it is checked at its end.
    } catch (EOFException cut) {
      throw new StartFailed("The backup ends too early: it is not whole", cut);
    } catch (ZipException broken) {
      throw new StartFailed("The backup is damaged: " + broken.getMessage(), broken);
    } catch (IOException e) {
      throw new StartFailed("The backup cannot be read: " + e.getMessage(), e);
    }
    BackupManifest said =
        manifest.orElseThrow(
            () -> new StartFailed("This is no backup of Vitrine's, or it ends too early"));
    compare(said, found);
    return said;
  }

  private static ArchivedFile visited(String name, InputStream zip, ArchiveVisitor visitor)
      throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    CountedContent content = new CountedContent(new DigestInputStream(zip, digest));
    visitor.visit(name, content);
    content.transferTo(OutputStream.nullOutputStream());
    return new ArchivedFile(name, content.bytes, HexFormat.of().formatHex(digest.digest()));
  }

  private static BackupManifest manifest(InputStream zip) throws IOException {
    byte[] json = zip.readAllBytes();
    int format = Json.read(json, JsonNode.class).path("format").asInt();
    if (format != BackupManifest.FORMAT) {
      throw new StartFailed(
          "The backup has the layout %d, which this version of Vitrine does not read: use the version that made it"
              .formatted(format));
    }
    return Json.read(json, BackupManifest.class);
  }

  private static void compare(BackupManifest said, Map<String, ArchivedFile> found) {
    List<String> wrong = new ArrayList<>();
    Map<String, ArchivedFile> more = new LinkedHashMap<>(found);
    for (ArchivedFile file : said.everything()) {
      if (!file.equals(more.remove(file.name()))) {
        wrong.add(file.name());
      }
    }
    wrong.addAll(more.keySet());
    if (!wrong.isEmpty()) {
      throw new StartFailed(
          "The backup is damaged: %s is not what was written"
              .formatted(BackupManifest.listed(wrong)));
    }
  }

  private static final class CountedContent extends FilterInputStream {
    private long bytes;

    CountedContent(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      bytes += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] some, int offset, int length) throws IOException {
      int read = in.read(some, offset, length);
      bytes += Math.max(0, read);
      return read;
    }

    @Override
    public void close() {
      // The archive goes on behind the file.
    }
  }
}
