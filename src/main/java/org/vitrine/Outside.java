package org.vitrine;

import java.util.Optional;
import org.vitrine.platform.outgoing.AddressRanges;

/**
 * How the house deals with what is outside of it.
 *
 * @param secretKeys under which secrets for other systems are kept; absent for those in a file
 *     under {@code data}
 * @param networks which are not public and may be reached all the same, by whoever names an address
 *     in them
 */
public record Outside(Optional<String> secretKeys, AddressRanges networks) {
  /** The open internet, and keys of one's own making. */
  public static final Outside USUAL = new Outside(Optional.empty(), AddressRanges.NONE);
}
