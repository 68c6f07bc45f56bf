package org.vitrine.platform.database;

/**
 * Where a sequence stands.
 *
 * @param called whether {@code last} was given out
 */
public record SequenceState(String name, long last, boolean called) {}
