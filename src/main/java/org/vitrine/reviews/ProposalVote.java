package org.vitrine.reviews;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What somebody thinks of a proposal. */
public enum ProposalVote {
  @JsonProperty("agree")
  AGREE,
  @JsonProperty("disagree")
  DISAGREE,
  /** Seen, and nothing to say. */
  @JsonProperty("pass")
  PASS;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ProposalVote of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
