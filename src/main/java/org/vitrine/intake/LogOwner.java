package org.vitrine.intake;

import java.util.Optional;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Companies.SaveCompany;
import org.vitrine.platform.StartFailed;

/**
 * Whose orders a log's are: a log does not say.
 *
 * @param name what it is called, to create it where it is not there yet
 */
public record LogOwner(String code, Optional<String> name) {
  /** Whose they are where nothing is said. */
  public static final LogOwner NOBODY_SAID = new LogOwner("PLANT", Optional.of("Plant log"));

  /** A company that is there keeps its name. */
  void requireIn(Companies companies) {
    if (companies.find(code).isEmpty()) {
      String called =
          name.orElseThrow(
              () ->
                  new StartFailed(
                      "There is no company “%s”: add --company-name to create it".formatted(code)));
      companies.save(code, new SaveCompany(called, null, null));
    }
  }
}
