package org.vitrine.actions;

import com.fasterxml.jackson.annotation.JsonValue;

/** What people are told by mail about actions, and need not be. */
public enum ActionMailTopic {
  /** That an action is theirs, is due, or worked or not: for its owner. */
  MINE("actions-mine", true),
  /** That one is overdue, or did not work: for those who keep quality. */
  OVERDUE("actions-overdue", true),
  /** Whether what was done worked: for contacts of the companies that raised the matter. */
  WORKED("actions-worked", false);

  private final String code;
  private final boolean forStaff;

  ActionMailTopic(String code, boolean forStaff) {
    this.code = code;
    this.forStaff = forStaff;
  }

  @JsonValue
  public String code() {
    return code;
  }

  boolean isForStaff() {
    return forStaff;
  }
}
