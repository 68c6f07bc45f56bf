package org.vitrine.mail;

/** Which server takes our mail, and as whom we write. */
public record MailSettings(MailUrl server, MailAddress from) {}
