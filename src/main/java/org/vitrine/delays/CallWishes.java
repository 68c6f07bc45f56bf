package org.vitrine.delays;

import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.DelayAnswer;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.voices.VoiceKind;
import org.vitrine.voices.VoiceParty;

/** Who wants to be called says so in a message of their own, which has its clock. */
final class CallWishes {
  private final DelayGround ground;

  CallWishes(DelayGround ground) {
    this.ground = ground;
  }

  /** Nothing where they want anything else. */
  void note(Queries transaction, OrderSnapshot order, AnswerOffer said, String by) {
    if (said.answer() != DelayAnswer.CALL_ME) {
      return;
    }
    String wish =
        ground.words().text(ground.language(), "delays.call-me", Map.of("call", said.call()));
    ground
        .voices()
        .note(
            transaction,
            order,
            new VoiceParty(VoiceParty.VoiceSide.CUSTOMER, Optional.empty(), by),
            VoiceKind.QUESTION,
            said.words() == null ? wish : wish + "\n" + said.words());
  }
}
