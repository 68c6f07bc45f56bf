package org.vitrine.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrine.photos.ConvertedPhoto;
import org.vitrine.photos.PhotoSize;

/** What is kept of a file that was sent. */
sealed interface KeptContent {

  /** In bytes; 0 where there is none of this size. */
  long bytes(EvidenceSize size);

  InputStream open(EvidenceSize size) throws IOException;

  /** A photo, made safe. */
  record OfPhoto(ConvertedPhoto photo) implements KeptContent {
    @Override
    public long bytes(EvidenceSize size) {
      return in(size).length;
    }

    @Override
    public InputStream open(EvidenceSize size) {
      return new ByteArrayInputStream(in(size));
    }

    private byte[] in(EvidenceSize size) {
      return photo.in(
          switch (size) {
            case FULL -> PhotoSize.FULL;
            case SMALL -> PhotoSize.THUMBNAIL;
          });
    }
  }

  /** A clip or a paper, as it is. */
  record OfFile(Path file, long length) implements KeptContent {
    @Override
    public long bytes(EvidenceSize size) {
      return size == EvidenceSize.FULL ? length : 0;
    }

    @Override
    public InputStream open(EvidenceSize size) throws IOException {
      return Files.newInputStream(file);
    }
  }
}
