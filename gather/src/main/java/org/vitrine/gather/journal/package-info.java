/**
 * What was taken from machines and is not delivered yet, on disk; and what the mapping remembers.
 * It knows neither where messages come from nor where they go.
 */
package org.vitrine.gather.journal;
