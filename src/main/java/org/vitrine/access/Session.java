package org.vitrine.access;

import java.time.Instant;

/** A session as its owner sees it. */
public record Session(
    long id,
    Instant createdAt,
    Instant seenAt,
    Instant expiresAt,
    String device,
    String address,
    boolean current) {}
