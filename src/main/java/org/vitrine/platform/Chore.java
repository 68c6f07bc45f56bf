package org.vitrine.platform;

import java.time.Duration;

/**
 * What a feature does by itself, again and again. Each node does it; who comes first is for the
 * database to say.
 *
 * @param name for the log
 * @param every how long it rests in between
 */
public record Chore(String name, Duration every, Runnable work) {}
