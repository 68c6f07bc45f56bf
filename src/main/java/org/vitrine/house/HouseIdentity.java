package org.vitrine.house;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.vitrine.platform.words.Language;

/**
 * Whose window this is, as it holds while the house is open.
 *
 * @param manufacturer as pages and mails call it
 * @param zone the plant's, which decides what today is
 * @param languages all of them, first the one that is offered to whoever reads none of ours
 */
public record HouseIdentity(String manufacturer, ZoneId zone, List<Language> languages) {

  /** The languages that are not named follow those that are. */
  public HouseIdentity {
    languages =
        Stream.concat(languages.stream(), Arrays.stream(Language.values())).distinct().toList();
  }

  public Language firstLanguage() {
    return languages.getFirst();
  }
}
