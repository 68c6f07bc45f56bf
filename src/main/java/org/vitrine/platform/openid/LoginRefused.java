package org.vitrine.platform.openid;

/** The provider, or what it sent, does not let this person in; the message holds no secret. */
public final class LoginRefused extends RuntimeException {
  LoginRefused(String why) {
    super(why);
  }

  LoginRefused(String why, Throwable cause) {
    super(why, cause);
  }
}
