package org.vitrine.people;

/** An account manager who looks after a company. */
public record CompanyManager(long id, String name) {}
