package org.vitrine.access;

/** Whose thing somebody asks for. */
enum Whose {
  OWN,
  FOREIGN,
  GUESSED
}
