package org.vitrine.meetings;

import org.vitrine.platform.Rejection;

/**
 * Something that is to be talked about.
 *
 * @param minutes how long; for the house to say
 */
public record ProposeItem(String title, Integer minutes) {
  private static final int USUAL = 10;

  public ProposeItem {
    title = PlanMeeting.title(title);
    minutes = minutes == null ? USUAL : minutes;
    requireMinutes(minutes);
  }

  static void requireMinutes(int minutes) {
    if (minutes < 1 || minutes > 480) {
      throw new Rejection.Invalid(
          "minutes", "An item takes 1 to 480 minutes, unlike %d".formatted(minutes));
    }
  }
}
