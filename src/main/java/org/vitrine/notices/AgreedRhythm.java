package org.vitrine.notices;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.companies.Company;
import org.vitrine.platform.database.Queries;

/** Whoever knows what was agreed with companies on how their people are told. */
public interface AgreedRhythm {
  /** Where nothing ever is. */
  AgreedRhythm NOTHING = (queries, now) -> List.of();

  /** All that counts now, with companies and for tiers; read for the house. */
  List<AgreedBeat> at(Queries queries, Instant now);

  /** What of it counts for this company: what was agreed with it before what its tier has. */
  static Optional<AgreedBeat> beat(List<AgreedBeat> beats, Company company, NoticeTopic topic) {
    String tier = company.tier().name().toLowerCase(Locale.ROOT);
    return beats.stream()
        .filter(beat -> beat.topic() == topic)
        .filter(
            beat ->
                beat.company().filter(id -> id == company.id().value()).isPresent()
                    || beat.tier().filter(tier::equals).isPresent())
        .min(Comparator.comparing(beat -> beat.company().isEmpty()));
  }

  /**
   * How a company's people are told of a topic who have not chosen.
   *
   * @param company its key; absent where it is of a tier
   * @param tier in small letters; absent where it is of a company
   * @param owner {@code company} or {@code tier}
   * @param version by which it was agreed
   */
  record AgreedBeat(
      Optional<Long> company,
      Optional<String> tier,
      NoticeTopic topic,
      NoticeMode mode,
      String owner,
      int version) {}
}
