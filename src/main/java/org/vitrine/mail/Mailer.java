package org.vitrine.mail;

import org.vitrine.platform.database.Queries;

/** What people are told by mail. */
public interface Mailer {

  /**
   * An invitation to come in, with a link that signs in once. Written in the caller's transaction.
   */
  void invite(Queries transaction, String email, String name, String token);

  /** A link that was asked for, which signs in once. */
  void signIn(Queries transaction, String email, String name, String token);

  /** Your second factor was taken away by an administrator. */
  void secondFactorReset(Queries transaction, String email, String name);

  /** Somebody holds a glass link that has ended, and asks for a new one. */
  void glassLinkAskedAgain(Queries transaction, String email, String name, String order);
}
