package org.vitrine.actions;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.people.MailTopics;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/** The door to which mails about actions somebody wants: all, until they say otherwise. */
public final class ActionMailChoices implements MailTopics {
  private final ActionMailRepository repository = new ActionMailRepository();

  /** Whether somebody is written to about one topic. */
  public record ChosenActionMail(ActionMailTopic topic, Boolean sent) {
    public ChosenActionMail {
      if (topic == null) {
        throw new Rejection.Invalid("topic", "Missing");
      }
      if (sent == null) {
        throw new Rejection.Invalid("sent", "Say whether you want such emails: true or false");
      }
    }
  }

  /** Every topic of theirs, as somebody chose it. */
  public List<ChosenActionMail> of(Queries queries, long person, boolean staff) {
    Set<String> left = repository.left(queries, person);
    return Arrays.stream(ActionMailTopic.values())
        .filter(topic -> topic.isForStaff() == staff)
        .map(topic -> new ChosenActionMail(topic, !left.contains(topic.code())))
        .toList();
  }

  /**
   * These; what is not among them stays as it is. Throws {@link Rejection.Invalid} on what somebody
   * on this side is not told of, or chose twice.
   */
  void choose(Queries transaction, long person, boolean staff, List<ChosenActionMail> chosen) {
    Set<ActionMailTopic> seen = new HashSet<>();
    for (int at = 0; at < chosen.size(); at++) {
      ActionMailTopic topic = chosen.get(at).topic();
      String field = "mails[%d].topic".formatted(at);
      if (topic.isForStaff() != staff) {
        throw new Rejection.Invalid(field, "You are told nothing about “" + topic.code() + "”");
      }
      if (!seen.add(topic)) {
        throw new Rejection.Invalid(field, "“" + topic.code() + "” appears twice");
      }
    }
    repository.leave(transaction, person, codes(chosen, false));
    repository.wish(transaction, person, codes(chosen, true));
  }

  private static List<String> codes(Collection<ChosenActionMail> chosen, boolean sent) {
    return chosen.stream()
        .filter(one -> one.sent() == sent)
        .map(one -> one.topic().code())
        .toList();
  }

  /** Those of these people who want such mails, in their order. */
  List<Long> wishing(Queries queries, ActionMailTopic topic, List<Long> people) {
    Set<Long> left = repository.leftBy(queries, topic.code(), people);
    return people.stream().filter(person -> !left.contains(person)).toList();
  }

  @Override
  public Set<String> codes() {
    return Arrays.stream(ActionMailTopic.values())
        .map(ActionMailTopic::code)
        .collect(Collectors.toSet());
  }

  @Override
  public void leave(Queries transaction, LeftMails left) {
    repository.leave(transaction, left.person(), left.topics());
  }
}
