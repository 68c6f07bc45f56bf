package org.vitrine.orders;

import org.vitrine.platform.Rejection;

/**
 * A requirement that is to be let go, or of which something is decided, and why.
 *
 * @param reason what the customer reads once it is waived; what whoever asked reads where it is
 *     declined
 */
public record WaiverWish(Integer line, String requirement, LocalizedText reason) {
  public WaiverWish {
    if (line == null) {
      throw new Rejection.Invalid("line", "Missing");
    }
    if (requirement == null || requirement.isBlank()) {
      throw new Rejection.Invalid("requirement", "Missing");
    }
    TextLimit.atMost("requirement", requirement, 60);
    LocalizedText.requireAtMost("reason", reason, 500);
    LocalizedText.requireLanguages("reason", reason);
  }

  WaiverWish withReason() {
    if (reason == null || reason.isBlank()) {
      throw new Rejection.Invalid("reason", "Give the reason");
    }
    return this;
  }

  WaiverWish because(LocalizedText other) {
    return new WaiverWish(line, requirement, other);
  }
}
