package org.vitrine.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;

/** Who is asking. */
public sealed interface Caller {

  /** A person who signed in, and the company a contact works for now; staff have none. */
  record SignedIn(long id, String name, Role role, Optional<CompanyId> company) implements Caller {}

  /** An integrator's program with a bearer key. */
  record Key(long id, String name, Set<Scope> scopes) implements Caller {
    public Key {
      scopes = Set.copyOf(scopes);
    }
  }

  /** Whoever holds a glass link; what it opens is for tracking to say. */
  record GlassHolder(long linkId) implements Caller {}

  /** A screen on the shop floor that was set up: it sees the work of its place, and reports it. */
  record Station(long id, String name) implements Caller {}

  /** The name that the history keeps. */
  default String actor() {
    return switch (this) {
      case SignedIn person -> person.name();
      case Key key -> "key " + key.name();
      case GlassHolder glass -> "glass link " + glass.linkId();
      case Station station -> "station " + station.name();
    };
  }

  /** True if the other may do the same: a name alone gives no right. */
  default boolean mayTheSameAs(Caller other) {
    return switch (this) {
      case SignedIn person ->
          other instanceof SignedIn then
              && person.id() == then.id()
              && person.role() == then.role()
              && person.company().equals(then.company());
      case Key key -> other instanceof Key then && key.scopes().equals(then.scopes());
      case GlassHolder glass -> glass.equals(other);
      case Station station -> other instanceof Station then && station.id() == then.id();
    };
  }

  /** Everything that this caller may do. */
  default Set<Permission> permissions() {
    return Arrays.stream(Permission.values())
        .filter(this::may)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
  }

  default boolean may(Permission permission) {
    return Rights.include(this, permission);
  }

  /** True for those who see every company's orders. */
  default boolean seesAllCompanies() {
    return may(Permission.READ_PLANT);
  }
}
