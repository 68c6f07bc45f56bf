package org.vitrine.evidence;

import java.time.Instant;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.words.Language;
import org.vitrine.voices.VoiceNumber;

/**
 * A picture that somebody asked for.
 *
 * @param voice the message that it is
 * @param text what a station reads
 */
public record AskedPicture(
    String id,
    CompanyId company,
    OrderId order,
    AskedSpot spot,
    VoiceNumber voice,
    AskedWords words,
    Instant since) {

  /** Of what. */
  public record AskedSpot(int line, String stage) {}

  /** Who asks, what, and in which language they are answered. */
  public record AskedWords(String who, String text, Language language) {}
}
