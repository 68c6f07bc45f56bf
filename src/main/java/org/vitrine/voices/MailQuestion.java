package org.vitrine.voices;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;

/**
 * What somebody was asked by mail.
 *
 * @param voice of which it was asked whether it is still solved; absent where it is about a product
 * @param order of the product that it is about
 * @param question in the words in which it was asked; of a product only
 */
record MailQuestion(
    CompanyId company,
    long person,
    Optional<VoiceNumber> voice,
    Optional<OrderId> order,
    Optional<String> product,
    Optional<String> question) {

  static MailQuestion stillSolved(Voice voice, long person) {
    return new MailQuestion(
        voice.company(),
        person,
        Optional.of(voice.number()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static MailQuestion care(DueCare care, long person, String question) {
    return new MailQuestion(
        care.company(),
        person,
        Optional.empty(),
        Optional.of(care.order()),
        Optional.of(care.product()),
        Optional.of(question));
  }
}
