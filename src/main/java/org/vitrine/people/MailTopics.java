package org.vitrine.people;

import java.util.List;
import java.util.Set;
import org.vitrine.platform.database.Queries;

/**
 * A room that tells people things by mail which they can do without, and stops when they say so.
 */
public interface MailTopics {

  /**
   * What it tells people of, by codes that no other room has; pages word them as {@code
   * topic.CODE}.
   */
  Set<String> codes();

  /** Somebody wants no more of these; the same again changes nothing more. */
  void leave(Queries transaction, LeftMails left);

  /**
   * What somebody leaves.
   *
   * @param topics the room's own among those of the mail that they answered
   * @param orders that the mail was about
   */
  record LeftMails(long person, List<String> topics, List<Long> orders) {}
}
