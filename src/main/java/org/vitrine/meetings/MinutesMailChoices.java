package org.vitrine.meetings;

import java.util.Collection;
import java.util.Set;
import org.vitrine.people.MailTopics;
import org.vitrine.platform.database.Queries;

/** Who wants mails about minutes: everybody who was asked, until they say otherwise. */
public final class MinutesMailChoices implements MailTopics {
  /** The one topic that these mails have; pages word it as {@code topic.CODE}. */
  static final String MINUTES = "meetings-minutes";

  private final MinutesMailRepository repository = new MinutesMailRepository();

  /** Those of these people who do not want them. */
  Set<Long> left(Queries queries, Collection<Long> people) {
    return repository.left(queries, MINUTES, people);
  }

  @Override
  public Set<String> codes() {
    return Set.of(MINUTES);
  }

  @Override
  public void leave(Queries transaction, LeftMails left) {
    repository.leave(transaction, left.person(), left.topics());
  }
}
