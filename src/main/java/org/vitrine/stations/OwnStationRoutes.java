package org.vitrine.stations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Token;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.signin.StrangersPace;

/** What a screen asks for itself, over HTTP: to be set up, and which station it is. */
final class OwnStationRoutes implements Routes {
  private static final String SET_UP = "station set-up";

  private final Stations stations;
  private final StrangersPace pace;
  private final Guards guards;

  OwnStationRoutes(Stations stations, StrangersPace pace, Guards guards) {
    this.stations = stations;
    this.pace = pace;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.post("/api/station/set-up", guards.anyone(), this::setUp),
        Routes.get("/api/station", guards.station(), this::show));
  }

  /** The station that this screen is. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OwnStation(long id, String name, String place, List<String> operations) {
    static OwnStation of(StationEntry station) {
      return new OwnStation(station.id(), station.name(), station.place(), station.operations());
    }
  }

  /**
   * Which station it is.
   *
   * @param now what the server's clock says, by which a screen corrects its own
   */
  record OwnStationAnswer(OwnStation station, Instant now) {}

  /** The code as somebody typed it. */
  record UseSetUpCode(String code) {
    UseSetUpCode {
      if (code == null || code.isBlank()) {
        throw new Rejection.Invalid("code", "Type the code that stands under Stations");
      }
    }
  }

  private void setUp(Exchange exchange) {
    UseSetUpCode wanted = exchange.body(UseSetUpCode.class);
    pace.admit(SET_UP, exchange.remoteAddress());
    Stations.SetUp done = stations.setUp(wanted.code(), Guards.from(exchange));
    pace.takeBack(SET_UP, exchange.remoteAddress());
    reply(exchange, done.session(), done.station());
  }

  private void show(Exchange exchange) {
    Caller.Station caller = exchange.caller(Caller.Station.class);
    reply(exchange, guards.stationSession(exchange).orElseThrow(), stations.require(caller.id()));
  }

  /** The cookie is given anew each time, so that it lasts for as long as it is used. */
  private void reply(Exchange exchange, Token session, StationEntry station) {
    exchange.response().putHeader("Set-Cookie", guards.stationCookie(session));
    exchange.reply(new OwnStationAnswer(OwnStation.of(station), stations.now()));
  }
}
