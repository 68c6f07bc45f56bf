package org.vitrine.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * That a contact of a company was told of a promised date.
 *
 * @param date absent where it is to be confirmed
 * @param lines of which it was said; absent where of the order, or of its only line
 * @param read when they read it; absent where they have not yet
 */
public record ToldDate(
    long company,
    long order,
    long person,
    Optional<LocalDate> date,
    Optional<List<Integer>> lines,
    Instant told,
    Optional<Instant> read) {}
