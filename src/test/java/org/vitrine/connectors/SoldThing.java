package org.vitrine.connectors;

import java.time.Instant;
import java.util.List;

/**
 * An order as the pretended system has it.
 *
 * @param changed what it says of when that was written
 */
record SoldThing(
    long id,
    String number,
    String company,
    String reference,
    List<Integer> lines,
    Instant changed) {

  SoldThing with(String newReference, List<Integer> newLines, Instant at) {
    return new SoldThing(id, number, company, newReference, newLines, at);
  }

  SoldThing of(String other, Instant at) {
    return new SoldThing(id, number, other, reference, lines, at);
  }
}
