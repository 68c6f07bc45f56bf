package org.vitrine.house;

import java.util.Optional;

/**
 * How far the house has come, for whoever sets it up.
 *
 * @param company the code of the newest that is no example
 * @param routing the code of one that is no example
 * @param order the number of the newest that is no example
 * @param putAway whether this person does not want to be led any more
 * @param leads whether this person begins here: until there is an order, unless they put it away
 */
record ShownSetup(
    SetupSteps steps,
    Optional<String> company,
    Optional<String> routing,
    Optional<String> order,
    boolean putAway,
    boolean leads) {

  /**
   * What is done.
   *
   * @param you whether this person has an address that mails reach
   */
  record SetupSteps(
      boolean you,
      boolean house,
      boolean hours,
      boolean company,
      boolean routing,
      boolean order,
      boolean report,
      boolean customer) {}

  static ShownSetup of(boolean isReachable, HouseBegun begun, boolean isNamed, boolean putAway) {
    SetupSteps steps =
        new SetupSteps(
            isReachable,
            isNamed,
            begun.hours(),
            begun.company().isPresent(),
            begun.routing().isPresent(),
            begun.order().isPresent(),
            begun.reported(),
            begun.customer());
    return new ShownSetup(
        steps,
        begun.company(),
        begun.routing(),
        begun.order(),
        putAway,
        !putAway && begun.order().isEmpty());
  }
}
