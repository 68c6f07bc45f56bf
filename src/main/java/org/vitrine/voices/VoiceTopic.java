package org.vitrine.voices;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.Topic;
import org.vitrine.orders.OrderId;

/** What can be watched of voices. Each includes for whom it is: no frame is for two audiences. */
sealed interface VoiceTopic extends Topic {

  VoiceAudience audience();

  @Override
  default Optional<Long> company() {
    return audience().company().map(CompanyId::value);
  }

  /** The page of one. */
  record OneVoice(VoiceNumber number, VoiceAudience audience) implements VoiceTopic {
    @Override
    public String name() {
      return VoiceTopics.ONE + number;
    }

    @Override
    public Optional<String> subject() {
      return Optional.of(number.toString())
          .filter(any -> audience.link().isEmpty()); // A link’s own changes move it too.
    }
  }

  /** A company's, or all. */
  record AllVoices(VoiceAudience audience) implements VoiceTopic {
    @Override
    public String name() {
      return VoiceTopics.ALL;
    }
  }

  /** How many of a company's wait for it. */
  record WaitingVoices(VoiceAudience audience) implements VoiceTopic {
    @Override
    public String name() {
      return VoiceTopics.WAITING;
    }
  }

  /**
   * Those of one order.
   *
   * @param name as the client writes the order's number
   */
  record OrderVoices(OrderId order, String name, VoiceAudience audience, boolean maySpeak)
      implements VoiceTopic {}

  /**
   * What staff have before them.
   *
   * @param person whose; absent for programs
   */
  record Inbox(Optional<Long> person) implements VoiceTopic {
    @Override
    public String name() {
      return VoiceTopics.INBOX;
    }

    @Override
    public VoiceAudience audience() {
      return new VoiceAudience.ForStaff(person.isPresent());
    }
  }
}
