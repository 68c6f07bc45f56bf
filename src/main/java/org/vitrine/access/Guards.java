package org.vitrine.access;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Endpoint.Guard;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.RequestView;

/**
 * Who may use a route. The one place where a request's cookie or key turns into a {@link Caller},
 * and where it is decided what a caller may do.
 */
public final class Guards {
  private static final String BEARER = "Bearer ";

  private final Sessions sessions;
  private final boolean https;

  /**
   * @param publicUrl where people reach us: over https, cookies are bound to it
   */
  public Guards(Sessions sessions, URI publicUrl) {
    this.sessions = sessions;
    this.https = publicUrl != null && "https".equals(publicUrl.getScheme());
  }

  /** Anybody, signed in or not. */
  public Guard anyone() {
    return Endpoint.OPEN;
  }

  /** Everybody who can be told by name: people, programs, holders of a glass link. */
  public Guard everyCaller() {
    return guard(caller -> true);
  }

  /** Whoever has this right. */
  public Guard may(Permission permission) {
    return guard(caller -> caller.may(permission));
  }

  /** Whoever has one of these rights; what each allows is for the route to say. */
  public Guard mayOneOf(Permission... permissions) {
    return guard(caller -> Arrays.stream(permissions).anyMatch(caller::may));
  }

  /** Whoever has it, if that is known without asking the database: fit for an event loop. */
  public Optional<Caller> remembered(RequestView request, Permission permission) {
    return remembered(request).filter(caller -> caller.may(permission));
  }

  /** A screen of a station, whatever else the browser is signed in to, and nobody else. */
  public Guard station() {
    return new Guard() {
      @Override
      public void admit(Exchange exchange) {
        exchange.rememberCaller(
            stationSession(exchange)
                .flatMap(sessions::bySession)
                .filter(caller -> caller.may(Permission.STATION))
                .orElseThrow(() -> new Rejection.Unauthenticated("This station is not set up")));
      }

      @Override
      public boolean admitsAtOnce(Exchange exchange) {
        Optional<Caller> station =
            stationSession(exchange)
                .flatMap(sessions::rememberedBySession)
                .filter(caller -> caller.may(Permission.STATION));
        station.ifPresent(exchange::rememberCaller);
        return station.isPresent();
      }
    };
  }

  /** Whether the browser is the screen of a station. */
  public boolean isStation(RequestView request) {
    return stationSession(request)
        .flatMap(sessions::bySession)
        .filter(caller -> caller.may(Permission.STATION))
        .isPresent();
  }

  private static String unknown(RequestView request) {
    return key(request).isPresent()
        ? "Unknown key: it was mistyped or revoked, or it expired after a rotation"
        : "Please sign in";
  }

  private Guard guard(Predicate<Caller> allowed) {
    return new Guard() {
      @Override
      public void admit(Exchange exchange) {
        Caller caller =
            identify(exchange).orElseThrow(() -> new Rejection.Unauthenticated(unknown(exchange)));
        if (!allowed.test(caller)) {
          throw new Rejection.Forbidden("You do not have permission to do this");
        }
        exchange.rememberCaller(caller);
      }

      @Override
      public boolean admitsAtOnce(Exchange exchange) {
        Optional<Caller> caller = remembered(exchange).filter(allowed);
        caller.ifPresent(exchange::rememberCaller);
        return caller.isPresent();
      }
    };
  }

  private Optional<Caller> identify(RequestView request) {
    Optional<Token> key = key(request);
    return key.isPresent()
        ? sessions.byKey(key.get())
        : session(request).flatMap(sessions::bySession);
  }

  /**
   * Throws {@link Rejection.Unproved} where it is long ago that whoever asks proved who they are:
   * wanted before a right is given that outlasts a screen which was left open.
   */
  public void requireRecentProof(Exchange exchange) {
    if (!session(exchange).map(sessions::isProvedRecently).orElse(false)) {
      throw new Rejection.Unproved();
    }
  }

  /** Who asks, as the trail keeps it; where a guard has let them in. */
  public Actor actor(Exchange exchange) {
    return Actor.of(exchange.caller(Caller.class), Guards.from(exchange));
  }

  /** Where a request comes from, for one's list of sessions. */
  public static Sessions.From from(Exchange exchange) {
    return new Sessions.From(
        exchange.header("User-Agent").map(Devices::named).orElse("unknown"),
        exchange.remoteAddress());
  }

  /** Who asks, if that is known without asking the database: fit for an event loop. */
  public Optional<Caller> remembered(RequestView request) {
    Optional<Token> key = key(request);
    return key.isPresent()
        ? sessions.rememberedByKey(key.get())
        : session(request).flatMap(sessions::rememberedBySession);
  }

  /** The secret that the request was let in by. */
  public Optional<Token> credential(RequestView request) {
    Optional<Token> key = key(request);
    return key.isPresent() ? key : session(request);
  }

  /**
   * The secret of the session that the request carries. A glass link has one of its own beside that
   * of whoever signed in, so that looking through the glass signs nobody out, and so has a station;
   * {@code ?as=glass} and {@code ?as=station} say which is meant.
   */
  public Optional<Token> session(RequestView request) {
    return request.cookie(cookieNameMeant(request)).map(Token::new);
  }

  /** The secret of the session of whoever signed in, whatever the request is meant as. */
  public Optional<Token> ownSession(RequestView request) {
    return request.cookie(cookieName()).map(Token::new);
  }

  private static Optional<Token> key(RequestView request) {
    return request
        .header("Authorization")
        .filter(header -> header.startsWith(BEARER))
        .map(header -> new Token(header.substring(BEARER.length()).trim()));
  }

  private String cookieName() {
    return https ? "__Host-vitrine" : "vitrine";
  }

  private String glassCookieName() {
    return cookieName() + "-glass";
  }

  private String stationCookieName() {
    return cookieName() + "-station";
  }

  private String cookieNameMeant(RequestView request) {
    return switch (request.query("as").orElse("")) {
      case "glass" -> glassCookieName();
      case "station" -> stationCookieName();
      default -> cookieName();
    };
  }

  /** The {@code Set-Cookie} value that keeps a session in the browser. */
  public String cookie(Token session) {
    return cookie(cookieName(), session, Sessions.SESSION_LASTS);
  }

  /** The one that ends the session which {@link #session} finds. */
  public String noCookie(Exchange exchange) {
    return cookie(cookieNameMeant(exchange), null, Duration.ZERO);
  }

  /** The same for whoever holds a glass link. */
  public String glassCookie(Token session) {
    return cookie(glassCookieName(), session, Sessions.SESSION_LASTS);
  }

  /** The same for a station, said again whenever it comes: it stays for as long as it is used. */
  public String stationCookie(Token session) {
    return cookie(stationCookieName(), session, Sessions.STATION_LASTS);
  }

  /** The secret of the screen of a station, whatever the request is meant as. */
  public Optional<Token> stationSession(RequestView request) {
    return request.cookie(stationCookieName()).map(Token::new);
  }

  private String cookie(String name, Token session, Duration lasts) {
    return name
        + "="
        + (session == null ? "" : session.text())
        + "; Max-Age="
        + lasts.toSeconds()
        + "; Path=/; HttpOnly; SameSite=Lax"
        + (https ? "; Secure" : "");
  }
}
