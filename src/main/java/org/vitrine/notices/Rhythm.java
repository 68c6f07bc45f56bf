package org.vitrine.notices;

import static org.vitrine.notices.NoticeMode.AT_ONCE;
import static org.vitrine.notices.NoticeMode.DIGEST;
import static org.vitrine.notices.NoticeMode.OFF;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.AuditedDifference;
import org.vitrine.companies.Tier;
import org.vitrine.platform.Rejection;

/**
 * How often people are told who have not chosen, by the tier of whose order or message it is: the
 * closer a company is to the house, the more often. Administrators set it.
 */
record Rhythm(List<Beat> beats) {

  /** How those who read on one side are told about one topic, of companies of one tier. */
  record Beat(NoticeReaders readers, Tier tier, NoticeTopic topic, NoticeMode mode) {
    Beat {
      require("readers", readers);
      require("tier", tier);
      require("topic", topic);
      require("mode", mode);
      if (!topic.isFor(readers)) {
        throw new Rejection.Invalid(
            "topic", "“%s” is not for %s".formatted(topic.code(), readers.code()));
      }
    }

    private static void require(String field, Object value) {
      if (value == null) {
        throw new Rejection.Invalid(field, "Missing");
      }
    }

    private boolean isOf(Beat other) {
      return readers == other.readers && tier == other.tier && topic == other.topic;
    }
  }

  /** What is usual: in each row standard, silver, gold, platinum. */
  private static final Map<NoticeReaders, Map<NoticeTopic, List<NoticeMode>>> ROWS =
      Map.of(
          NoticeReaders.CUSTOMERS,
          Map.of(
              NoticeTopic.STAGES, List.of(OFF, DIGEST, DIGEST, AT_ONCE),
              NoticeTopic.PROMISES, List.of(DIGEST, AT_ONCE, AT_ONCE, AT_ONCE),
              NoticeTopic.RISKS, List.of(OFF, DIGEST, AT_ONCE, AT_ONCE),
              NoticeTopic.FAILURES, List.of(OFF, DIGEST, DIGEST, AT_ONCE),
              NoticeTopic.DELIVERIES, List.of(AT_ONCE, AT_ONCE, AT_ONCE, AT_ONCE),
              NoticeTopic.ANSWERS, List.of(AT_ONCE, AT_ONCE, AT_ONCE, AT_ONCE),
              NoticeTopic.WARRANTY, List.of(AT_ONCE, AT_ONCE, AT_ONCE, AT_ONCE)),
          NoticeReaders.STAFF,
          Map.of(
              NoticeTopic.STAGES, List.of(OFF, OFF, OFF, DIGEST),
              NoticeTopic.PROMISES, List.of(DIGEST, DIGEST, DIGEST, AT_ONCE),
              NoticeTopic.RISKS, List.of(AT_ONCE, AT_ONCE, AT_ONCE, AT_ONCE),
              NoticeTopic.FAILURES, List.of(DIGEST, DIGEST, AT_ONCE, AT_ONCE),
              NoticeTopic.DELIVERIES, List.of(OFF, OFF, DIGEST, DIGEST),
              NoticeTopic.MESSAGES, List.of(AT_ONCE, AT_ONCE, AT_ONCE, AT_ONCE)));

  static final Rhythm USUAL = usual();

  private static Rhythm usual() {
    List<Beat> beats = new ArrayList<>();
    for (NoticeReaders readers : NoticeReaders.values()) {
      for (NoticeTopic topic : NoticeTopic.of(readers)) {
        List<NoticeMode> modes = ROWS.get(readers).get(topic);
        for (Tier tier : Tier.values()) {
          beats.add(new Beat(readers, tier, topic, modes.get(tier.ordinal())));
        }
      }
    }
    return new Rhythm(List.copyOf(beats));
  }

  /** This one, with what was set instead. */
  Rhythm with(List<Beat> set) {
    return new Rhythm(
        beats.stream()
            .map(beat -> set.stream().filter(beat::isOf).findFirst().orElse(beat))
            .toList());
  }

  /** What of it is otherwise in the other, for the trail. */
  AuditedDifference differenceTo(Rhythm after) {
    AuditedDifference difference = new AuditedDifference();
    for (Beat beat : beats) {
      difference.of(
          "%s %s %s"
              .formatted(
                  beat.readers.code(),
                  beat.tier.name().toLowerCase(Locale.ROOT),
                  beat.topic.code()),
          Optional.of(beat.mode.code()),
          Optional.of(after.mode(beat.readers, beat.tier, beat.topic).code()));
    }
    return difference;
  }

  NoticeMode mode(NoticeReaders readers, Tier tier, NoticeTopic topic) {
    return beats.stream()
        .filter(beat -> beat.readers == readers && beat.tier == tier && beat.topic == topic)
        .map(Beat::mode)
        .findFirst()
        .orElse(OFF);
  }
}
