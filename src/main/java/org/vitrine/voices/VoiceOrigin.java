package org.vitrine.voices;

import java.util.regex.Pattern;

/**
 * Where a message comes from that was not sent by itself: what its room calls it.
 *
 * @param kind in the words of that room, such as {@code visit}
 * @param key what it is called there, and in the address of its page
 */
public record VoiceOrigin(String kind, String key) {
  private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,39}");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,60}");

  public VoiceOrigin {
    if (!KIND.matcher(kind).matches() || !KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(kind + " " + key);
    }
  }
}
