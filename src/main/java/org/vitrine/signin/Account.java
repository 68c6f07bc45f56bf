package org.vitrine.signin;

import java.util.Optional;
import org.vitrine.access.Role;
import org.vitrine.mail.Recipient;
import org.vitrine.people.Preferences;

/**
 * What signing in needs to know of somebody.
 *
 * @param totpSecret a confirmed second factor, or one that is being set up
 * @param knownHere true if they came in by this browser before
 */
record Account(
    long id,
    String name,
    String email,
    Preferences preferences,
    Role role,
    Optional<String> passwordHash,
    Optional<String> totpSecret,
    boolean hasSecondFactor,
    long lastStep,
    boolean knownHere) {

  Recipient recipient() {
    return new Recipient(name, email, preferences.language(), preferences.zone());
  }

  /** Never the hash or the secret: a log must not have them. */
  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}
