package org.vitrine.profiles;

/**
 * Where something that counts comes from.
 *
 * @param version counts from 1; of the default, that of the house's response times, else 0
 */
public record AgreedVersion(ProfileOwner owner, int version) {
  public static final AgreedVersion DEFAULT = new AgreedVersion(ProfileOwner.DEFAULT, 0);
}
