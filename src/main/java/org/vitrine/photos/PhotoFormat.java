package org.vitrine.photos;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.vitrine.platform.Rejection;

/** What a file is, as its first bytes say; its name and its media type say nothing. */
enum PhotoFormat {
  JPEG,
  PNG,
  WEBP;

  private static final String TAKEN = "Photos can be sent as JPEG, PNG or WebP";

  /** ISO/IEC 23008-12, annex B: pictures in HEIF; and those of AV1. */
  private static final Set<String> HEIF =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

  private static final int BRAND_AT = 8;

  /** Throws {@link Rejection.WrongMedia} with the way out where it is none of these. */
  static PhotoFormat of(byte[] file) {
    if (begins(file, 0, "\u00FF\u00D8\u00FF")) {
      return JPEG;
    }
    if (begins(file, 0, PngParts.SIGNATURE)) {
      return PNG;
    }
    if (begins(file, 0, "RIFF") && begins(file, BRAND_AT, "WEBP")) {
      return WEBP;
    }
    throw new Rejection.WrongMedia(wayOut(file));
  }

  private static String wayOut(byte[] file) {
    if (begins(file, 4, "ftyp") && HEIF.contains(latin(file, BRAND_AT, 4))) {
      return "This photo is in HEIC or AVIF, which not every browser can show. On an iPhone, choose"
          + " Settings › Camera › Formats › Most Compatible and take it again, or take a screenshot"
          + " of the photo and send that. On a computer, export it as JPEG";
    }
    if (begins(file, 0, "GIF8")) {
      return TAKEN + ", not as GIF: save it in one of these and send it again";
    }
    return file.length == 0
        ? "The file is empty. " + TAKEN
        : "This file is not a photo that can be read here. "
            + TAKEN
            + ": open it, save or export it as JPEG, and send that";
  }

  private static boolean begins(byte[] file, int at, String with) {
    return latin(file, at, with.length()).equals(with);
  }

  private static String latin(byte[] file, int at, int length) {
    return file.length < at + length
        ? ""
        : new String(file, at, length, StandardCharsets.ISO_8859_1);
  }
}
