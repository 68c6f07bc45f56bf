package org.vitrine.production;

import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;

/**
 * Who sent a report, as the server knows them. What a report says of its actor is the plant's word,
 * and may be anybody's name.
 *
 * @param id tells two of the same name apart; absent for the program itself
 */
public record Sender(Actor.ActorKind kind, Optional<Long> id, String name) {

  public static Sender of(Caller caller) {
    return switch (caller) {
      case Caller.SignedIn person ->
          new Sender(Actor.ActorKind.PERSON, Optional.of(person.id()), person.name());
      case Caller.Key key -> new Sender(Actor.ActorKind.KEY, Optional.of(key.id()), key.name());
      case Caller.GlassHolder glass ->
          new Sender(Actor.ActorKind.GLASS_LINK, Optional.of(glass.linkId()), "glass link");
      case Caller.Station station ->
          new Sender(Actor.ActorKind.STATION, Optional.of(station.id()), station.name());
    };
  }

  /** The program itself, or whoever runs it on the server. */
  public static Sender program(String name) {
    return new Sender(Actor.ActorKind.SYSTEM, Optional.empty(), name);
  }

  /** The report as it is kept: a station is where it stands, whatever it says of itself. */
  Report signed(Report sent) {
    Report placed = kind == Actor.ActorKind.STATION ? sent.saidAt(name) : sent;
    return placed.saidBy(actor());
  }

  /** Who is named where a report does not say by whom. */
  String actor() {
    return kind == Actor.ActorKind.KEY ? "key " + name : name;
  }
}
