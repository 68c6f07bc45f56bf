package org.vitrine.accounts;

import java.util.Optional;

/** Who is asking. */
public sealed interface Caller {

  /** A person who signed in; staff have no company. */
  record Person(long id, String name, Role role, Optional<CompanyId> company) implements Caller {}

  /** An integrator's program with a bearer key. */
  record Key(long id, String name) implements Caller {}

  /** Whoever holds a glass link; what it opens is for tracking to say. */
  record Glass(long linkId) implements Caller {}

  /** The name that the history keeps. */
  default String actor() {
    return switch (this) {
      case Person person -> person.name();
      case Key key -> "key " + key.name();
      case Glass glass -> "glass link " + glass.linkId();
    };
  }

  /** True for those who see every company's orders. */
  default boolean seesAllCompanies() {
    return switch (this) {
      case Person person -> person.role().isStaff();
      case Key key -> true;
      case Glass glass -> false;
    };
  }
}
