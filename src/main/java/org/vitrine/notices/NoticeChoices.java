package org.vitrine.notices;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.Rejection;
import org.vitrine.voices.AskedTopic;
import org.vitrine.voices.QuestionChoices.ChosenQuestion;

/**
 * How somebody wants to be told.
 *
 * @param topics those that they chose themselves; the others follow what is usual
 * @param digestHour the full hour of their day at which a digest comes; absent for the usual one
 * @param questions what they are asked by mail; one that is not here stays as it is
 */
public record NoticeChoices(
    List<ChosenTopic> topics, Optional<Integer> digestHour, List<ChosenQuestion> questions) {
  static final int USUAL_HOUR = 8;

  /** One topic, and how. */
  public record ChosenTopic(NoticeTopic topic, NoticeMode mode) {
    public ChosenTopic {
      if (topic == null) {
        throw new Rejection.Invalid("topic", "Missing");
      }
      if (mode == null) {
        throw new Rejection.Invalid("mode", "Missing: leave the topic out to be told as usual");
      }
    }
  }

  public NoticeChoices {
    topics = topics == null ? List.of() : List.copyOf(topics);
    digestHour = digestHour == null ? Optional.empty() : digestHour;
    questions = questions == null ? List.of() : List.copyOf(questions);
    digestHour
        .filter(hour -> hour < 0 || hour > 23)
        .ifPresent(
            hour -> {
              throw new Rejection.Invalid(
                  "digestHour", "“%d” is not an hour from 0 to 23".formatted(hour));
            });
  }

  /**
   * Throws {@link Rejection.Invalid} on what somebody on this side cannot choose, or chose twice.
   */
  NoticeChoices checkedFor(NoticeReaders readers) {
    Set<NoticeTopic> seen = new HashSet<>();
    for (int at = 0; at < topics.size(); at++) {
      NoticeTopic topic = topics.get(at).topic();
      String field = "topics[%d].topic".formatted(at);
      if (!topic.isFor(readers)) {
        throw new Rejection.Invalid(field, "You are told nothing about “" + topic.code() + "”");
      }
      if (!seen.add(topic)) {
        throw new Rejection.Invalid(field, "“" + topic.code() + "” appears twice");
      }
    }
    requireQuestions(readers);
    return this;
  }

  private void requireQuestions(NoticeReaders readers) {
    Set<AskedTopic> seen = EnumSet.noneOf(AskedTopic.class);
    for (int at = 0; at < questions.size(); at++) {
      AskedTopic topic = questions.get(at).topic();
      String field = "questions[%d].topic".formatted(at);
      if (readers != NoticeReaders.CUSTOMERS) {
        throw new Rejection.Invalid(field, "You are asked nothing about “" + topic.code() + "”");
      }
      if (!seen.add(topic)) {
        throw new Rejection.Invalid(field, "“" + topic.code() + "” appears twice");
      }
    }
  }

  List<NoticeTopic> off() {
    return topics.stream()
        .filter(chosen -> chosen.mode() == NoticeMode.OFF)
        .map(ChosenTopic::topic)
        .toList();
  }

  Optional<NoticeMode> mode(NoticeTopic topic) {
    return topics.stream()
        .filter(chosen -> chosen.topic() == topic)
        .map(ChosenTopic::mode)
        .findFirst();
  }
}
