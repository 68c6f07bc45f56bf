package org.vitrine.people;

/** A company that a person belongs to, as pages show it. */
public record Employer(String code, String name) {}
