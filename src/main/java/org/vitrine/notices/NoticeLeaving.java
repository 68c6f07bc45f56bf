package org.vitrine.notices;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.vitrine.notices.NoticeChoices.ChosenTopic;
import org.vitrine.people.MailTopics;
import org.vitrine.platform.database.Queries;

/**
 * Notices as they are left by a link in a mail: what somebody was told of is off from then on, and
 * what waits to be mailed is not sent.
 */
final class NoticeLeaving implements MailTopics {
  private final Clock clock;
  private final NoticeMailRepository mails = new NoticeMailRepository();
  private final ChoiceRepository choices = new ChoiceRepository();
  private final FollowingRepository following = new FollowingRepository();

  NoticeLeaving(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Set<String> codes() {
    return Set.of(NoticeTopic.codes());
  }

  @Override
  public void leave(Queries transaction, LeftMails left) {
    List<NoticeTopic> topics = left.topics().stream().map(NoticeTopic::of).toList();
    choices.lock(transaction, left.person());
    choices.choose(
        transaction,
        left.person(),
        topics.stream().map(topic -> new ChosenTopic(topic, NoticeMode.OFF)).toList());
    following.unfollow(transaction, left.person(), left.orders());
    mails.drop(transaction, left.person(), topics, clock.instant());
  }
}
