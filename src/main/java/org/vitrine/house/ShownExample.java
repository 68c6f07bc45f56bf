package org.vitrine.house;

import java.util.List;
import java.util.Optional;

/**
 * The example as it is there.
 *
 * @param company absent where none is filled in
 * @param has what would go with it
 */
record ShownExample(Optional<ExampleCompany> company, List<ExamplePart> has) {

  /** Whose orders they are. */
  record ExampleCompany(String code, String name) {}

  static final ShownExample NONE = new ShownExample(Optional.empty(), List.of());
}
