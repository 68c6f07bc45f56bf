package org.vitrine.tracking;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * What a glass link may show beyond stages and dates. Never prices, never the buyer's own order
 * number.
 */
public enum GlassField {
  /** What was demanded of each stage, and the verdicts. */
  @JsonProperty("requirements")
  REQUIREMENTS,
  /** What was measured. */
  @JsonProperty("readings")
  READINGS,
  /** The shop-floor operations inside a stage. */
  @JsonProperty("operations")
  OPERATIONS,
  /** What was heard from the plant. */
  @JsonProperty("reports")
  REPORTS,
  /** Who took what left, and the number under which they tell where it is. */
  @JsonProperty("tracking")
  TRACKING,
  /** What is offered where a date cannot be kept; its holder answers for the company. */
  @JsonProperty("delay-offers")
  DELAY_OFFERS,
  /** Pictures, clips and papers at the stages where they were taken, with when and where. */
  @JsonProperty("evidence")
  EVIDENCE;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static GlassField of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
