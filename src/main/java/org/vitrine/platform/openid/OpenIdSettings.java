package org.vitrine.platform.openid;

import java.net.URI;

/**
 * The provider that people of the house sign in with.
 *
 * @param issuer where {@code /.well-known/openid-configuration} is found
 * @param client what the provider knows us as
 * @param name what it is called on the sign-in page
 */
public record OpenIdSettings(URI issuer, String client, String secret, String name) {

  /** Never the secret: a log must not have it. */
  @Override
  public String toString() {
    return "OpenIdSettings[%s, %s]".formatted(issuer, client);
  }
}
