package org.vitrine.platform.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.platform.backup.BackupManifest.ArchivedFile;

/** Writes the archive, a ZIP, from its beginning to its end: it need not fit anywhere here. */
final class ArchiveWriter implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final ZipOutputStream zip;

  ArchiveWriter(OutputStream out) {
    this.zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER));
    zip.setLevel(Deflater.BEST_SPEED);
  }

  /** Writes the content of a file. */
  @FunctionalInterface
  interface Filler {
    void fill(OutputStream out) throws IOException;
  }

  ArchivedFile add(String name, Filler filler) throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    zip.putNextEntry(new ZipEntry(name));
    CountedOutput counted = new CountedOutput(new DigestOutputStream(zip, digest));
    filler.fill(counted);
    zip.closeEntry();
    return new ArchivedFile(name, counted.bytes, HexFormat.of().formatHex(digest.digest()));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static final class CountedOutput extends FilterOutputStream {
    private long bytes;

    CountedOutput(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      bytes++;
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
      out.write(some, offset, length);
      bytes += length;
    }

    @Override
    public void close() {
      // The archive goes on behind the file.
    }
  }
}
