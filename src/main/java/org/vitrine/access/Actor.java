package org.vitrine.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;

/**
 * Who did something, as the trail keeps it.
 *
 * @param id tells two of the same name apart
 * @param address where they did it from
 */
public record Actor(ActorKind kind, Optional<Long> id, String name, Optional<String> address) {

  /** What acts. */
  public enum ActorKind {
    @JsonProperty("person")
    PERSON,
    @JsonProperty("key")
    KEY,
    @JsonProperty("glass-link")
    GLASS_LINK,
    @JsonProperty("station")
    STATION,
    @JsonProperty("system")
    SYSTEM;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ActorKind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  public static Actor of(Caller caller, Sessions.From from) {
    return switch (caller) {
      case Caller.SignedIn person -> person(person.id(), person.name(), from);
      case Caller.Key key -> of(ActorKind.KEY, key.id(), key.name(), from);
      case Caller.GlassHolder glass -> glassLink(glass.linkId(), from);
      case Caller.Station station -> of(ActorKind.STATION, station.id(), station.name(), from);
    };
  }

  public static Actor person(long id, String name, Sessions.From from) {
    return of(ActorKind.PERSON, id, name, from);
  }

  public static Actor glassLink(long id, Sessions.From from) {
    return of(ActorKind.GLASS_LINK, id, "glass link", from);
  }

  /** Somebody who has not said who they are, or nobody that we know. */
  public static Actor somebody(Sessions.From from) {
    return new Actor(
        ActorKind.PERSON, Optional.empty(), "somebody", Optional.ofNullable(from.address()));
  }

  /** The program itself, or whoever runs it. */
  public static Actor system(String name) {
    return new Actor(ActorKind.SYSTEM, Optional.empty(), name, Optional.empty());
  }

  private static Actor of(ActorKind kind, long id, String name, Sessions.From from) {
    return new Actor(kind, Optional.of(id), name, Optional.ofNullable(from.address()));
  }
}
