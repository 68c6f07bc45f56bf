package org.vitrine.companies;

import java.time.Instant;

/** Who changed a company last, and when. */
public record LastChange(String by, Instant at) {}
