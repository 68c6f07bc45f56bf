package org.vitrine.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.vitrine.access.Token;
import org.vitrine.notices.NoticeChoices.ChosenTopic;
import org.vitrine.notices.NoticeMailRepository.MailSubscription;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/**
 * The door for whoever answers a mail with “no more of these”: by its link alone, without being
 * signed in. What they were told of is off from then on, and what waits to be mailed is not sent.
 */
final class Unsubscribing {
  private final Database database;
  private final Clock clock;
  private final NoticeMailRepository mails = new NoticeMailRepository();
  private final ChoiceRepository choices = new ChoiceRepository();
  private final FollowingRepository following = new FollowingRepository();

  Unsubscribing(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What the link would end; it changes nothing. */
  List<NoticeTopic> topics(Token link) {
    return mails.find(database, link).orElseThrow(Unsubscribing::unknown).topics();
  }

  /** The same link again changes nothing more. */
  void end(Token link) {
    Instant now = clock.instant();
    database.inTransaction(
        transaction -> {
          MailSubscription ended =
              mails.find(transaction, link).orElseThrow(Unsubscribing::unknown);
          choices.lock(transaction, ended.person());
          choices.choose(
              transaction,
              ended.person(),
              ended.topics().stream()
                  .map(topic -> new ChosenTopic(topic, NoticeMode.OFF))
                  .toList());
          following.unfollow(transaction, ended.person(), ended.orders());
          mails.drop(transaction, ended.person(), ended.topics(), now);
          return null;
        });
  }

  private static Rejection unknown() {
    return new Rejection.NotFound("This link is not valid, or it has expired");
  }
}
