package org.vitrine.platform.openid;

/** The provider, or what it sent, does not let this person in; the message holds no secret. */
public final class Refused extends RuntimeException {
  Refused(String why) {
    super(why);
  }

  Refused(String why, Throwable cause) {
    super(why, cause);
  }
}
