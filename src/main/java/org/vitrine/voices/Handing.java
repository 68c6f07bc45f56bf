package org.vitrine.voices;

import java.util.List;

/** Where a voice goes that is handed on. */
public enum Handing {
  /** To the department that was named. */
  TO_DEPARTMENT,
  /** To the account manager, whatever was named: it was sent round often enough. */
  TO_ACCOUNT_MANAGER;

  private static final int BY_ITSELF = 3;

  /**
   * Every third time it goes to the account manager by itself; counted anew from there, and from
   * when it is reopened.
   */
  public static Handing of(List<VoiceEvent> events) {
    int times = 1;
    for (VoiceEvent event : events) {
      times =
          switch (event) {
            case VoiceEvent.HandedOn handed -> handed.byItself() ? 1 : times + 1;
            case VoiceEvent.Reopened again -> 1;
            default -> times;
          };
    }
    return times < BY_ITSELF ? TO_DEPARTMENT : TO_ACCOUNT_MANAGER;
  }
}
