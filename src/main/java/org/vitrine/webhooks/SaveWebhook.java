package org.vitrine.webhooks;

import java.net.URI;
import java.util.List;
import org.vitrine.mail.MailAddress;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.outgoing.OutgoingAddresses;

/**
 * An endpoint as it is asked for.
 *
 * @param types what it is told of, each by its code or all of a topic: {@code order.*}
 * @param company whose orders and messages; absent for those of all, which the house is told
 * @param owner who is written to where nothing arrives any longer
 */
record SaveWebhook(String name, String url, List<String> types, String company, String owner) {
  private static final int LONGEST_NAME = 100;

  SaveWebhook {
    if (name == null || Blanks.only(name)) {
      throw new Rejection.Invalid("name", "Give the endpoint a name");
    }
    TextLimit.atMost("name", name, LONGEST_NAME);
    name = Blanks.stripped(name);
    url =
        OutgoingAddresses.parse(url)
            .map(URI::toString)
            .orElseThrow(
                () ->
                    new Rejection.Invalid(
                        "url", "Must look like https://example.com/hooks, without a user"));
    types = types == null ? List.of() : types.stream().distinct().sorted().toList();
    if (types.isEmpty()) {
      throw new Rejection.Invalid("types", "Say what it is told of");
    }
    for (String type : types) {
      if (!WebhookType.isWanted(type)) {
        throw new Rejection.Invalid("types", "“%s” is no type of event".formatted(shortened(type)));
      }
    }
    company = company == null || Blanks.only(company) ? null : Blanks.stripped(company);
    try {
      owner = MailAddress.typed(owner).text();
    } catch (Rejection.Invalid noAddress) {
      throw new Rejection.Invalid("owner", "Say who is written to, by e-mail address");
    }
  }

  private static String shortened(String type) {
    return type.length() <= LONGEST_NAME ? type : type.substring(0, LONGEST_NAME);
  }
}
