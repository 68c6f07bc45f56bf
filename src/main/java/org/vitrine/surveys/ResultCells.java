package org.vitrine.surveys;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which filters are shown of answers that nobody may be told by. All of them fall into parts of at
 * least so many each, and only what is made of whole parts is shown: then whatever is taken from
 * whatever else, either nothing is left or at least so many (decision 0115).
 */
enum ResultCells {
  /** Fewer than so many in all. */
  NOTHING,
  /** All together only. */
  WHOLE,
  /** Each tier has so many, or none. */
  TIERS,
  /** Each way by which answers came has so many, or none. */
  CHANNELS,
  /** Each tier by each way has. */
  BOTH;

  /** The finest parts that these answers fall into. */
  static ResultCells of(List<ResultSheet> answered, int least) {
    if (answered.size() < least) {
      return NOTHING;
    }
    if (haveEach(answered, least, sheet -> List.of(sheet.tier(), sheet.channel()))) {
      return BOTH;
    }
    if (haveEach(answered, least, ResultSheet::channel)) {
      return CHANNELS;
    }
    return haveEach(answered, least, ResultSheet::tier) ? TIERS : WHOLE;
  }

  private static boolean haveEach(
      List<ResultSheet> answered, int least, Function<ResultSheet, Object> part) {
    Collection<Long> sizes =
        answered.stream().collect(Collectors.groupingBy(part, Collectors.counting())).values();
    return sizes.stream().allMatch(size -> size >= least);
  }

  /** Days are finer than any of these parts. */
  boolean shows(ResultFilter filter) {
    boolean byTier = filter.tier().isPresent();
    boolean byChannel = filter.channel().isPresent();
    return filter.from().isEmpty()
        && switch (this) {
          case NOTHING -> false;
          case WHOLE -> !byTier && !byChannel;
          case TIERS -> !byChannel;
          case CHANNELS -> !byTier;
          case BOTH -> true;
        };
  }
}
