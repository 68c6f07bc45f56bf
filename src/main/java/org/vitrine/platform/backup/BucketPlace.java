package org.vitrine.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A bucket of an S3-compatible store, or what of it begins with a prefix. A backup is sent in parts
 * while it is made and needs no room here; it is there once all parts are.
 *
 * @param prefix empty, or ending in a slash
 */
public record BucketPlace(Bucket bucket, String prefix) implements BackupPlace {
  /** The store takes no more than 10,000 parts: enough for 156 GiB. */
  private static final int PART = 16 << 20;

  @Override
  public void put(String name, Writing writing) throws IOException {
    String key = prefix + name;
    String upload = bucket.beginUpload(key);
    try {
      Parts parts = new Parts(key, upload);
      writing.to(parts);
      parts.end();
    } catch (IOException | RuntimeException failed) {
      try {
        bucket.abandonUpload(key, upload);
      } catch (IOException also) {
        failed.addSuppressed(also);
      }
      throw failed;
    }
  }

  /** Collects what is written until it is a part. */
  private final class Parts extends OutputStream {
    private final String key;
    private final String upload;
    private final byte[] part = new byte[PART];
    private final List<String> tags = new ArrayList<>();
    private int filled;

    Parts(String key, String upload) {
      this.key = key;
      this.upload = upload;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int from = offset;
      while (from < offset + length) {
        int taken = Math.min(part.length - filled, offset + length - from);
        System.arraycopy(bytes, from, part, filled, taken);
        filled += taken;
        from += taken;
        if (filled == part.length) {
          send();
        }
      }
    }

    private void send() throws IOException {
      tags.add(bucket.sendPart(key, upload, tags.size() + 1, Arrays.copyOf(part, filled)));
      filled = 0;
    }

    /** The last part may be small. */
    private void end() throws IOException {
      if (filled > 0) {
        send();
      }
      bucket.endUpload(key, upload, tags);
    }
  }

  @Override
  public List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Bucket.ListedKeys listing = bucket.list(prefix, after);
      listing.keys().forEach(key -> names.add(key.substring(prefix.length())));
      after = listing.next();
    } while (after.isPresent());
    return names;
  }

  @Override
  public InputStream open(String name) throws IOException {
    return bucket.read(prefix + name);
  }

  @Override
  public void remove(String name) throws IOException {
    bucket.remove(prefix + name);
  }

  @Override
  public String toString() {
    return "s3://" + bucket.name() + '/' + prefix;
  }
}
