package org.vitrine.voices;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.people.MailTopics;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/** The door to what somebody wants to be asked by mail: everything, until they say otherwise. */
public final class QuestionChoices implements MailTopics {
  private final QuestionChoiceRepository repository = new QuestionChoiceRepository();

  /** Whether somebody is asked about one topic. */
  public record ChosenQuestion(AskedTopic topic, Boolean asked) {
    public ChosenQuestion {
      if (topic == null) {
        throw new Rejection.Invalid("topic", "Missing");
      }
      if (asked == null) {
        throw new Rejection.Invalid("asked", "Say whether you want to be asked: true or false");
      }
    }
  }

  /** Every topic, as somebody chose it. */
  public List<ChosenQuestion> of(Queries queries, long person) {
    Set<String> left = repository.left(queries, person);
    return Arrays.stream(AskedTopic.values())
        .map(topic -> new ChosenQuestion(topic, !left.contains(topic.code())))
        .toList();
  }

  /** These; what is not among them stays as it is. */
  public void choose(Queries transaction, long person, Collection<ChosenQuestion> chosen) {
    repository.leave(transaction, person, codes(chosen, false));
    repository.wish(transaction, person, codes(chosen, true));
  }

  private static List<String> codes(Collection<ChosenQuestion> chosen, boolean asked) {
    return chosen.stream()
        .filter(one -> one.asked() == asked)
        .map(one -> one.topic().code())
        .toList();
  }

  /** Those of these people who want to be asked, in their order. */
  List<Long> askable(Queries queries, AskedTopic topic, List<Long> people) {
    Set<Long> left = repository.leftBy(queries, topic.code(), people);
    return people.stream().filter(person -> !left.contains(person)).toList();
  }

  @Override
  public Set<String> codes() {
    return EnumSet.allOf(AskedTopic.class).stream()
        .map(AskedTopic::code)
        .collect(Collectors.toSet());
  }

  @Override
  public void leave(Queries transaction, LeftMails left) {
    repository.leave(transaction, left.person(), left.topics());
  }
}
