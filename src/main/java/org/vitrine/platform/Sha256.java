package org.vitrine.platform;

import java.util.regex.Pattern;

/** How a SHA-256 is written here: as 64 small hex digits. */
public final class Sha256 {
  private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]{64}");

  private Sha256() {}

  public static boolean is(String text) {
    return WRITTEN.matcher(text).matches();
  }
}
