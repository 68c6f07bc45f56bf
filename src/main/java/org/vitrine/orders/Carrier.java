package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/**
 * Who takes goods to customers.
 *
 * @param code absent of one that is known by its name alone
 * @param trackingUrl where it tells how far a shipment is, with {@code {number}} for its tracking
 *     number; absent where it does not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Carrier(String code, String name, String trackingUrl) {
  static final String PLACEHOLDER = "{number}";
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_URL = 500;

  /** Checks what comes in: throws {@link Rejection.Invalid} on the field at fault. */
  Carrier checked() {
    if (!CODE.matcher(code).matches()) {
      throw new Rejection.Invalid(
          "code",
          "“%s” is no carrier code: 1 to 40 letters, digits, dots, dashes or underscores"
              .formatted(Excerpt.of(code)));
    }
    String shown = name == null ? "" : Blanks.stripped(name);
    if (shown.isEmpty()) {
      throw new Rejection.Invalid("name", "A carrier needs a name, which customers read");
    }
    TextLimit.atMost("name", shown, LONGEST_NAME);
    if (trackingUrl != null) {
      requireTemplate();
    }
    return new Carrier(code, shown, trackingUrl);
  }

  private void requireTemplate() {
    TextLimit.atMost("trackingUrl", trackingUrl, LONGEST_URL);
    int at = trackingUrl.indexOf(PLACEHOLDER);
    if (at < 0 || trackingUrl.indexOf(PLACEHOLDER, at + 1) >= 0) {
      throw noTemplate("have {number} once, where the tracking number belongs");
    }
    URI address = address(trackingUrl.replace(PLACEHOLDER, "0"));
    if (!"https".equals(address.getScheme())
        || address.getHost() == null
        || address.getUserInfo() != null) {
      throw noTemplate("be an address that begins with https:// and the carrier's host");
    }
    String authority = address(trackingUrl.replace(PLACEHOLDER, "1")).getRawAuthority();
    if (!address.getRawAuthority().equals(authority)) {
      throw noTemplate("have {number} behind the host, not in it");
    }
  }

  private URI address(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException noAddress) {
      throw noTemplate("be an address such as https://carrier.example/track/{number}");
    }
  }

  private Rejection.Invalid noTemplate(String must) {
    return new Rejection.Invalid(
        "trackingUrl", "“%s” must %s".formatted(Excerpt.of(trackingUrl), must));
  }

  /** Where this carrier tells of a shipment, if it does. */
  public Optional<String> link(String trackingNumber) {
    return Optional.ofNullable(trackingUrl)
        .map(
            template ->
                template.replace(
                    PLACEHOLDER,
                    URLEncoder.encode(trackingNumber, StandardCharsets.UTF_8).replace("+", "%20")));
  }
}
