package org.vitrine.platform.openid;

import com.nimbusds.jose.proc.SecurityContext;

/** The nonce of our question, which the answer's ID token has to bring back. */
record AskedWith(String nonce) implements SecurityContext {

  /** Never what it holds: a log must not have it. */
  @Override
  public String toString() {
    return "AskedWith";
  }
}
