package org.vitrine.mail;

import java.util.Properties;

/** What the library is told of a server; the names are those of its package {@code smtp}. */
record SmtpProperties(MailUrl url) {
  private static final int SILENCE_MILLIS = 10_000;

  Properties all() {
    Properties all = new Properties();
    set(all, "connectiontimeout", SILENCE_MILLIS);
    set(all, "timeout", SILENCE_MILLIS);
    set(all, "auth", url.login().isPresent());
    set(all, "ssl.checkserveridentity", true);
    set(all, "starttls.enable", url.startTls() != MailUrl.StartTls.DISABLED);
    set(all, "starttls.required", url.startTls() == MailUrl.StartTls.REQUIRED);
    // Once the mail is taken, nobody waits for a goodbye.
    set(all, "quitwait", false);
    // Only a channel's socket ends what it does when its thread is interrupted.
    set(all, "usesocketchannels", true);
    return all;
  }

  private void set(Properties all, String name, Object value) {
    all.setProperty((url.tls() ? "mail.smtps." : "mail.smtp.") + name, String.valueOf(value));
  }
}
