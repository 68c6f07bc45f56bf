package org.vitrine.mail;

import java.util.regex.Pattern;
import org.vitrine.platform.StartFailed;

/** A colour in sRGB, and what can be read in it and on it (WCAG 2.2, success criterion 1.4.3). */
public record BrandColour(int red, int green, int blue) {
  static final BrandColour WHITE = new BrandColour(255, 255, 255);
  static final BrandColour BLACK = new BrandColour(0, 0, 0);

  private static final double LEAST_CONTRAST = 4.5;
  private static final int STEPS = 50;
  private static final Pattern SHAPE = Pattern.compile("#[0-9a-fA-F]{6}");

  /** Such as {@code #0f5c6e}; throws {@link StartFailed} with a sentence. */
  public static BrandColour parse(String text) {
    if (!SHAPE.matcher(text).matches()) {
      throw new StartFailed(
          "--mail-color (VITRINE_MAIL_COLOR) must be a color such as #0f5c6e, not " + text);
    }
    int rgb = Integer.parseInt(text.substring(1), 16);
    return new BrandColour(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
  }

  String hex() {
    return "#%02x%02x%02x".formatted(red, green, blue);
  }

  /** White or black, whichever is read better on it; one always is. */
  BrandColour ink() {
    return contrast(WHITE) >= contrast(BLACK) ? WHITE : BLACK;
  }

  /** The colour itself, or as much darker or lighter as it takes to be read on this ground. */
  BrandColour readableOn(BrandColour ground) {
    BrandColour end = ground.ink();
    int step = 0;
    while (step < STEPS && mixed(end, step).contrast(ground) < LEAST_CONTRAST) {
      step++;
    }
    return mixed(end, step);
  }

  private BrandColour mixed(BrandColour end, int step) {
    return new BrandColour(
        mixed(red, end.red, step), mixed(green, end.green, step), mixed(blue, end.blue, step));
  }

  private static int mixed(int from, int to, int step) {
    return from + (to - from) * step / STEPS;
  }

  /** From 1 to 21. */
  double contrast(BrandColour other) {
    double lighter = Math.max(luminance(), other.luminance());
    double darker = Math.min(luminance(), other.luminance());
    return (lighter + 0.05) / (darker + 0.05);
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
