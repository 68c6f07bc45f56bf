package org.vitrine.scorecard;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.platform.json.Json;
import org.vitrine.scorecard.MonthCard.MonthSeal;

/**
 * The numbers of a month as they were frozen: their content as canonical JSON, which names the hash
 * of the row before, and its own hash.
 *
 * @param sequence counts all rows, from 1
 * @param corrects the row of the same month that this one corrects
 * @param hash SHA-256 of the content in UTF-8, in hexadecimal
 */
record FrozenMonth(
    int sequence, YearMonth month, Optional<Integer> corrects, String content, String hash) {
  /** What the first one names as the row before. */
  static final String NONE_BEFORE = HexFormat.of().formatHex(new byte[32]);

  /** Why a month is corrected, and which row. */
  record Correcting(FrozenMonth row, String reason) {}

  static FrozenMonth of(
      Optional<FrozenMonth> before, Optional<Correcting> correcting, MonthCard card, Instant now) {
    MonthSeal seal =
        new MonthSeal(
            Json.asRead(now),
            before.map(FrozenMonth::hash).orElse(NONE_BEFORE),
            correcting.map(one -> one.row().hash()),
            correcting.map(Correcting::reason));
    String content = CanonicalJson.of(Json.tree(card.sealed(seal)));
    return new FrozenMonth(
        before.map(FrozenMonth::sequence).orElse(0) + 1,
        card.month(),
        correcting.map(one -> one.row().sequence()),
        content,
        hashOf(content));
  }

  static String hashOf(String content) {
    return DigestUtils.sha256Hex(content.getBytes(StandardCharsets.UTF_8));
  }

  MonthCard card() {
    return Json.read(content, MonthCard.class);
  }
}
