package org.vitrine.profiles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.Tier;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.profiles.ProfileDesk.ProfileKeeper;

/** What was agreed, over HTTP, for the house. */
final class ProfileRoutes implements Routes {
  private final ProfileReader reader;
  private final ProfileDesk desk;
  private final Guards guards;

  ProfileRoutes(ProfileReader reader, ProfileDesk desk, Guards guards) {
    this.reader = reader;
    this.desk = desk;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers = guards.may(Permission.READ_PROFILES);
    Endpoint.Guard keepers = guards.may(Permission.KEEP_PROFILES);
    return List.of(
        Routes.get("/api/profiles/tiers/:tier", readers, this::showTier),
        Routes.put("/api/profiles/tiers/:tier", keepers, this::saveTier),
        Routes.get("/api/profiles/:company", readers, this::show),
        Routes.put("/api/profiles/:company", keepers, this::save));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    String code = exchange.path("company");
    exchange.reply(reader.find(code).orElseThrow(() -> ProfileDesk.unknown(code)));
  }

  private void save(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(desk.save(keeper(exchange), exchange.path("company"), sent(exchange)));
  }

  private void showTier(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(reader.of(tier(exchange)));
  }

  private void saveTier(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(desk.save(keeper(exchange), tier(exchange), sent(exchange)));
  }

  private ProfileKeeper keeper(Exchange exchange) {
    return new ProfileKeeper(guards.actor(exchange), exchange.startedFrom());
  }

  private static SaveProfile sent(Exchange exchange) {
    return SaveProfile.read(exchange.body(ObjectNode.class));
  }

  private static Tier tier(Exchange exchange) {
    String code = exchange.path("tier");
    return Arrays.stream(Tier.values())
        .filter(tier -> ProfileRepository.code(tier).equals(code))
        .findFirst()
        .orElseThrow(
            () -> new Rejection.NotFound("There is no tier “%s”".formatted(Excerpt.of(code))));
  }
}
