package org.vitrine;

import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.signin.PasswordCost;

/** Opens a Vitrine that is not quite the one that was built, which only tests may. */
public final class ReworkedVitrine {
  /** Hashes as strong as an installation's would take most of the time of all tests together. */
  private static final PasswordCost CHEAP = new PasswordCost(64, 1);

  private ReworkedVitrine() {}

  /** Makes a feature that the house does not list, of what all features stand on. */
  @FunctionalInterface
  public interface OneMore {
    Feature feature(Database database, Changes changes, Guards guards);
  }

  /**
   * @param wording in what other words it asks its database
   * @param more what it serves besides
   */
  public static Vitrine open(
      Settings settings, Clock clock, UnaryOperator<String> wording, MoreFeatures more) {
    return Vitrine.open(settings, clock, new Variant(wording, CHEAP, more));
  }

  public static MoreFeatures with(OneMore one) {
    return (rooms, guards) -> List.of(one.feature(rooms.database, rooms.changes, guards));
  }
}
