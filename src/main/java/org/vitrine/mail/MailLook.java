package org.vitrine.mail;

import java.util.Map;
import java.util.Optional;

/**
 * How mails look: the manufacturer's, or as they come.
 *
 * @param colours by the names that the templates have for them
 */
public record MailLook(Optional<MailLogo> logo, Map<String, String> colours) {
  private static final BrandColour DARK_CARD = BrandColour.parse("#17202a");

  /** As they come. */
  public static final MailLook PLAIN =
      new MailLook(
          Optional.empty(),
          Map.of(
              "button", "#0f5c6e",
              "onButton", "#ffffff",
              "link", "#0f5c6e",
              "dark", "#5cc3d8",
              "onDark", "#06222a"));

  public MailLook {
    colours = Map.copyOf(colours);
  }

  /** In this colour wherever it can be read, by day and in the dark. */
  public static MailLook of(Optional<MailLogo> logo, Optional<BrandColour> colour) {
    return new MailLook(logo, colour.map(MailLook::colours).orElse(PLAIN.colours));
  }

  private static Map<String, String> colours(BrandColour colour) {
    BrandColour dark = colour.readableOn(DARK_CARD);
    return Map.of(
        "button", colour.hex(),
        "onButton", colour.ink().hex(),
        "link", colour.readableOn(BrandColour.WHITE).hex(),
        "dark", dark.hex(),
        "onDark", dark.ink().hex());
  }
}
