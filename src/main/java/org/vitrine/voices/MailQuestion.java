package org.vitrine.voices;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderId;

/**
 * What somebody was asked by mail.
 *
 * @param voice of which it was asked whether it is still solved; absent where it is about a product
 * @param order of what it asks after
 * @param product absent where it asks after all that were asked after at this time
 * @param question in the words in which it was asked; of a product only
 */
record MailQuestion(
    CompanyId company,
    long person,
    Optional<VoiceNumber> voice,
    Optional<OrderId> order,
    Optional<String> product,
    Optional<LocalizedText> question,
    Instant askedAt) {

  static MailQuestion stillSolved(Voice voice, long person, Instant now) {
    return new MailQuestion(
        voice.company(),
        person,
        Optional.of(voice.number()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        now);
  }

  static MailQuestion care(AskedProducts care, long person, LocalizedText question, Instant now) {
    return new MailQuestion(
        care.first().company(),
        person,
        Optional.empty(),
        Optional.of(care.first().order()),
        Optional.of(care.first().product()).filter(product -> care.isOne()),
        Optional.of(question),
        now);
  }
}
