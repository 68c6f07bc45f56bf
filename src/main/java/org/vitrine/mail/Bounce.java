package org.vitrine.mail;

import java.time.Instant;

/**
 * That mails to an address come back.
 *
 * @param reason as the mail server put it
 */
public record Bounce(Instant since, String reason) {}
