package org.vitrine.promises;

import java.util.Optional;
import java.util.function.Predicate;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.words.Language;
import org.vitrine.promises.DueLines.FollowedLine;
import org.vitrine.promises.DueWords.MovedDay;

/**
 * A line that was due, with what might have made it look kept.
 *
 * @param order the number of its order
 * @param begun the version of the order that the first report of the line made
 * @param rewritten whether it was added, or its quantity changed, after the order was promised
 */
record KeptLine(
    FollowedLine line,
    String order,
    LocalizedText product,
    Optional<Long> begun,
    boolean rewritten) {

  DueLine due() {
    return line.due();
  }

  DueWords words() {
    return line.words();
  }

  /** Under what its product is counted with others. */
  String productName() {
    return product.in(Language.ENGLISH);
  }

  boolean isPromisedAfterStart() {
    return words()
        .first()
        .map(DueWord::version)
        .flatMap(said -> begun.map(at -> at < said))
        .orElse(false);
  }

  int moves() {
    return words().moves().size();
  }

  int moves(Predicate<MovedDay> wanted) {
    return (int) words().moves().stream().filter(wanted).count();
  }
}
