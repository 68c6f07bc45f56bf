package org.vitrine.meetings;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.Topic;

/** What can be watched of meetings. Each includes for whom it is: no frame is for two audiences. */
sealed interface MeetingTopic extends Topic {

  MeetingAudience audience();

  /** A company's, or all. */
  record AllMeetings(MeetingAudience audience) implements MeetingTopic {
    @Override
    public String name() {
      return MeetingTopics.ALL;
    }
  }

  /** The page of one, or what the screen in the room shows of it. */
  record OneMeeting(MeetingNumber number, MeetingAudience audience) implements MeetingTopic {
    @Override
    public String name() {
      boolean isScreen = audience instanceof MeetingAudience.ForScreen;
      return MeetingTopics.ONE + number + (isScreen ? MeetingTopics.SCREEN : "");
    }
  }

  /** Whose customers may watch it; what others do in a meeting concerns all who are asked to it. */
  default Optional<CompanyId> guests() {
    return audience().company();
  }
}
