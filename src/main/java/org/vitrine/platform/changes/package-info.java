/**
 * How rooms hear of each other: each writes what happened into {@code change} in its own
 * transaction, orders into {@code event}; the feed finds every row of both exactly once. May import
 * the platform's database and JSON only.
 */
package org.vitrine.platform.changes;
