package org.vitrine.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.access.Sessions;
import org.vitrine.companies.Tier;
import org.vitrine.platform.json.Json;
import org.vitrine.profiles.Profiles;

/**
 * Agrees with some companies of the demo plant on what they get, once, and says it of each tier.
 */
final class ProfileTeller {
  private static final String KEEPER = "wu.min@foshan.example";

  private final Profiles profiles;
  private final PlantClock clock;
  private final ZoneId zone;
  private final Actor keeper;

  ProfileTeller(
      Profiles profiles, PlantClock clock, ZoneId zone, Map<String, Caller.SignedIn> people) {
    this.profiles = profiles;
    this.clock = clock;
    this.zone = zone;
    Caller.SignedIn person = people.get(KEEPER);
    this.keeper = Actor.person(person.id(), person.name(), Sessions.From.NOWHERE);
  }

  /** What was agreed, in the order in which it was. */
  record ProfileScript(List<TierTerms> tiers, List<CompanyTerms> companies) {

    record TierTerms(Tier tier, int daysAgo, String agreedBy, ObjectNode terms) {}

    record CompanyTerms(String company, int daysAgo, String agreedBy, ObjectNode terms) {}

    static ProfileScript read() {
      try (InputStream json = ProfileScript.class.getResourceAsStream("/demo/profiles.json")) {
        return Json.read(json.readAllBytes(), ProfileScript.class);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  void tellOnce() {
    if (!profiles.areNone()) {
      return;
    }
    ProfileScript script = ProfileScript.read();
    try {
      script
          .tiers()
          .forEach(
              one ->
                  profiles.agree(
                      keeper, one.tier(), agreed(one.daysAgo(), one.agreedBy(), one.terms())));
      script
          .companies()
          .forEach(
              one ->
                  profiles.agree(
                      keeper, one.company(), agreed(one.daysAgo(), one.agreedBy(), one.terms())));
    } finally {
      clock.showReal();
    }
  }

  /** On the day on which it is said, which the clock shows from then on. */
  private ObjectNode agreed(int daysAgo, String by, ObjectNode terms) {
    clock.showPast(clock.real().minus(Duration.ofDays(daysAgo)));
    String day = LocalDate.ofInstant(clock.instant(), zone).toString();
    return terms.deepCopy().put("agreedBy", by).put("agreedOn", day);
  }
}
