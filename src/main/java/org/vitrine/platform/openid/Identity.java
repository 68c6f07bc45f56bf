package org.vitrine.platform.openid;

/**
 * Who a provider says that somebody is.
 *
 * @param subject never given to anybody else by this issuer (OpenID Connect Core 1.0, 2)
 * @param email one that the provider vouches for; it may be another person's one day
 */
public record Identity(String issuer, String subject, String email) {}
