package org.vitrine.surveys;

import java.util.List;
import java.util.Set;
import org.vitrine.people.MailTopics;
import org.vitrine.platform.database.Queries;

/** The door to whether somebody wants to be asked: they do, until they say otherwise. */
public final class SurveyMailChoices implements MailTopics {
  static final String TOPIC = "surveys";

  private final SurveyPaceRepository repository = new SurveyPaceRepository();

  boolean isAsked(Queries queries, long person) {
    return !repository.leftBy(queries, List.of(person)).contains(person);
  }

  void choose(Queries transaction, long person, boolean asked) {
    if (asked) {
      repository.wish(transaction, person);
    } else {
      repository.leave(transaction, person);
    }
  }

  @Override
  public Set<String> codes() {
    return Set.of(TOPIC);
  }

  @Override
  public void leave(Queries transaction, LeftMails left) {
    repository.leave(transaction, left.person());
  }
}
