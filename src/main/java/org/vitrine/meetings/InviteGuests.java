package org.vitrine.meetings;

import java.util.List;
import org.vitrine.platform.Rejection;

/**
 * Who is to be asked.
 *
 * @param people those of them who are chosen; absent where all are
 * @param series true where they are asked to the whole series
 * @param preview true where only the list is wanted, and nobody is told
 */
public record InviteGuests(AskedGuests asked, List<Long> people, Boolean series, Boolean preview) {

  public InviteGuests {
    if (asked == null || asked.isNobody()) {
      throw new Rejection.Invalid(
          "asked", "Say who is asked: tiers, companies, complaint, roles or people");
    }
  }

  boolean toSeries() {
    return Boolean.TRUE.equals(series);
  }

  boolean chooses(long person) {
    return people == null || people.contains(person);
  }

  boolean isPreview() {
    return Boolean.TRUE.equals(preview);
  }
}
