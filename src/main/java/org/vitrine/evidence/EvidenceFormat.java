package org.vitrine.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.vitrine.platform.Rejection;

/** What a file is, as its first bytes say; its name and its media type say nothing. */
enum EvidenceFormat {
  /** Whichever format of picture: photos are read by the room that knows them. */
  PHOTO("photo", "image/jpeg", ".jpg", 10_000_000),
  WEBM("clip", "video/webm", ".webm", 20_000_000),
  MP4("clip", "video/mp4", ".mp4", 20_000_000),
  PDF("paper", "application/pdf", ".pdf", 20_000_000);

  /** The largest of all. */
  static final int LARGEST_FILE = 20_000_000;

  /** So many bytes are enough to tell. */
  static final int HEAD = 64;

  private static final String PNG = "\u0089PNG";

  /** RFC 8794, of which the type of document stands near the beginning: Matroska is another. */
  private static final String EBML = "\u001A\u0045\u00DF\u00A3";

  /** ISO/IEC 23008-12, annex B: pictures, in the box format of MP4. */
  private static final Set<String> PICTURE_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

  private final String kind;
  private final String media;
  private final String ending;
  private final int most;

  EvidenceFormat(String kind, String media, String ending, int most) {
    this.kind = kind;
    this.media = media;
    this.ending = ending;
    this.most = most;
  }

  /** Throws {@link Rejection.WrongMedia} where it is none of these. */
  static EvidenceFormat of(byte[] head) {
    String begin = new String(head, StandardCharsets.ISO_8859_1);
    if (begin.startsWith("%PDF-")) {
      return PDF;
    }
    if (begin.startsWith(EBML) && begin.contains("webm")) {
      return WEBM;
    }
    boolean isBoxes = begin.startsWith("ftyp", 4) && begin.length() >= 12;
    if (isBoxes && !PICTURE_BRANDS.contains(begin.substring(8, 12))) {
      return MP4;
    }
    if (isBoxes
        || begin.startsWith("\u00FF\u00D8\u00FF")
        || begin.startsWith(PNG)
        || begin.startsWith("RIFF")
        || begin.startsWith("GIF8")) {
      return PHOTO; // Or one that is told why it is not taken.
    }
    throw new Rejection.WrongMedia(
        "Only photos (JPEG, PNG, WebP), clips (WebM, MP4) and PDF are kept as evidence");
  }

  /** The same by the media type under which it is kept. */
  static EvidenceFormat kept(String media) {
    for (EvidenceFormat format : values()) {
      if (format.media.equals(media)) {
        return format;
      }
    }
    throw new IllegalArgumentException(media);
  }

  void requireFits(long bytes) {
    if (bytes > most) {
      throw new Rejection.TooLarge(
          "The file is larger than %d MB: send a smaller one".formatted(most / 1_000_000));
    }
  }

  /** What people call it: photo, clip, paper. */
  String kind() {
    return kind;
  }

  String media() {
    return media;
  }

  String ending() {
    return ending;
  }

  boolean isClip() {
    return isClip(kind);
  }

  static boolean isClip(String kind) {
    return kind.equals(MP4.kind);
  }
}
