package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a customer can have where a date is not kept, without paying for it. */
public enum DelayRemedy {
  /** What is ready leaves first. */
  @JsonProperty("part-first")
  PART_FIRST,
  /** It travels faster, at the cost of the house. */
  @JsonProperty("faster-freight")
  FASTER_FREIGHT,
  @JsonProperty("another-product")
  ANOTHER_PRODUCT,
  /** They may cancel without charge. */
  @JsonProperty("cancel-free")
  CANCEL_FREE;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static DelayRemedy of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
