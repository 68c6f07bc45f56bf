package org.vitrine.meetings;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.vitrine.platform.Rejection;

/**
 * What of an item is to be another; what is absent stays.
 *
 * @param position where it stands among those that are open, from 0 on
 * @param opened whether all who are asked see it
 * @param into the item under which it is talked about
 * @param state dropped with a reason, closed, or open again
 * @param reason why it is dropped: whoever raised it reads it
 */
public record EditItem(
    Integer position,
    String title,
    Integer minutes,
    Boolean opened,
    Long into,
    WantedState state,
    String reason) {

  /** What somebody can make of an item. */
  public enum WantedState {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("closed")
    CLOSED,
    @JsonProperty("dropped")
    DROPPED
  }

  public EditItem {
    if (title != null) {
      title = PlanMeeting.title(title);
    }
    if (minutes != null) {
      ProposeItem.requireMinutes(minutes);
    }
    if (position != null && position < 0) {
      throw new Rejection.Invalid("position", "Positions count from 0, unlike " + position);
    }
    if (state == WantedState.DROPPED) {
      reason = EditMeeting.reason(reason);
    }
    if (into != null && state != null) {
      throw new Rejection.Invalid("into", "It is merged, or its state changes: not both");
    }
  }
}
