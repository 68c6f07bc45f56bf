package org.vitrine.tracking;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Short names for what the plant names itself: the same wherever and whenever it is asked, and not
 * the plant's own.
 */
final class ShortNames {
  /** The same twenty are named again with each change. */
  private static final LoadingCache<String, String> KNOWN =
      Caffeine.newBuilder().maximumSize(20_000).build(ShortNames::hashed);

  private static final int LONG_ENOUGH = 12;

  private ShortNames() {}

  static String of(String id) {
    return KNOWN.get(id);
  }

  private static String hashed(String id) {
    String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(DigestUtils.sha256(id));
    return hash.substring(0, LONG_ENOUGH);
  }
}
