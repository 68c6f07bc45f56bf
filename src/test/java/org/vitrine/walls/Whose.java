package org.vitrine.walls;

/** Whose thing somebody asks for. */
enum Whose {
  OWN,
  FOREIGN,
  GUESSED
}
