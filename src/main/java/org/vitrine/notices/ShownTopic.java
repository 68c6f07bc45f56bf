package org.vitrine.notices;

import java.util.List;
import java.util.Optional;
import org.vitrine.companies.Company;
import org.vitrine.notices.AgreedRhythm.AgreedBeat;

/**
 * A topic as somebody chooses it.
 *
 * @param mode what they chose; absent where they are told as usual
 * @param usual how that is, for the company that a contact works for; absent for staff, to whom it
 *     differs by the company
 * @param agreed by which version of what was agreed that is usual; absent where the house has it
 */
public record ShownTopic(
    NoticeTopic topic,
    Optional<NoticeMode> mode,
    Optional<NoticeMode> usual,
    Optional<AgreedBy> agreed) {

  /**
   * A version of what was agreed.
   *
   * @param owner {@code company} or {@code tier}
   */
  public record AgreedBy(String owner, int version) {}

  static ShownTopic of(
      NoticeTopic topic,
      Optional<NoticeMode> mode,
      Optional<Company> company,
      Rhythm rhythm,
      List<AgreedBeat> beats) {
    Optional<AgreedBeat> agreed = company.flatMap(one -> AgreedRhythm.beat(beats, one, topic));
    return new ShownTopic(
        topic,
        mode,
        agreed
            .map(AgreedBeat::mode)
            .or(() -> company.map(one -> rhythm.mode(NoticeReaders.CUSTOMERS, one.tier(), topic))),
        agreed.map(beat -> new AgreedBy(beat.owner(), beat.version())));
  }
}
