package org.vitrine.mail;

/** Which queue a mail waits in; none holds up another, however long it is. */
public enum MailLane {
  /** Somebody waits for it: a link to sign in, an invitation, word that a right was taken away. */
  OWED("owed"),

  /** Somebody is told what happened, and does not stand and wait. */
  TOLD("told"),

  /** Somebody is told once a day what has gathered, together with many others at that hour. */
  DIGEST("digest");

  private final String code;

  MailLane(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
