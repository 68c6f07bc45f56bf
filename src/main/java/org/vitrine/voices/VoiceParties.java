package org.vitrine.voices;

import java.util.Optional;
import org.vitrine.voices.VoiceEvent.Added;
import org.vitrine.voices.VoiceEvent.Answered;
import org.vitrine.voices.VoiceEvent.Asked;
import org.vitrine.voices.VoiceEvent.Assigned;
import org.vitrine.voices.VoiceEvent.CalendarSuperseded;
import org.vitrine.voices.VoiceEvent.Climbed;
import org.vitrine.voices.VoiceEvent.ClockPromised;
import org.vitrine.voices.VoiceEvent.Closed;
import org.vitrine.voices.VoiceEvent.HandedOn;
import org.vitrine.voices.VoiceEvent.Joined;
import org.vitrine.voices.VoiceEvent.Left;
import org.vitrine.voices.VoiceEvent.Noted;
import org.vitrine.voices.VoiceEvent.Reminded;
import org.vitrine.voices.VoiceEvent.Reopened;
import org.vitrine.voices.VoiceEvent.Replied;
import org.vitrine.voices.VoiceEvent.Said;
import org.vitrine.voices.VoiceEvent.Seen;
import org.vitrine.voices.VoiceEvent.StillSolvedAsked;
import org.vitrine.voices.VoiceEvent.Thanked;
import org.vitrine.voices.VoiceEvent.TierChanged;

/** Who did what happened, and what they wrote. */
final class VoiceParties {
  private VoiceParties() {}

  /** The program itself for what nobody did. */
  static VoiceParty by(VoiceEvent event) {
    return switch (event) {
      case Said e -> e.by();
      case Seen e -> e.by();
      case Assigned e -> e.by();
      case Added e -> e.by();
      case Answered e -> e.by();
      case Asked e -> e.by();
      case Replied e -> e.by();
      case Noted e -> e.by();
      case HandedOn e -> e.by();
      case Joined e -> e.by();
      case Left e -> e.by();
      case Closed e -> e.by();
      case Thanked e -> e.by();
      case Reopened e -> e.by();
      case Climbed e -> VoiceParty.SYSTEM;
      case TierChanged e -> VoiceParty.SYSTEM;
      case CalendarSuperseded e -> VoiceParty.SYSTEM;
      case ClockPromised e -> VoiceParty.SYSTEM;
      case StillSolvedAsked e -> VoiceParty.SYSTEM;
      case Reminded e -> VoiceParty.SYSTEM;
    };
  }

  /** The key of the person who did it. */
  static Optional<Long> person(VoiceEvent event) {
    VoiceParty by = by(event);
    return by.side() == VoiceParty.VoiceSide.GLASS ? Optional.empty() : by.id();
  }

  static Optional<String> text(VoiceEvent event) {
    return switch (event) {
      case Said e -> Optional.of(e.text());
      case Added e -> Optional.of(e.text());
      case Answered e -> Optional.of(e.text());
      case Asked e -> Optional.of(e.text());
      case Replied e -> Optional.of(e.text()).filter(text -> !text.isEmpty()).or(e::choice);
      case Noted e -> Optional.of(e.text());
      case Closed e -> e.text();
      case Thanked e -> e.text();
      case Reopened e -> Optional.of(e.text());
      case HandedOn e -> Optional.of(e.reason());
      default -> Optional.empty();
    };
  }
}
