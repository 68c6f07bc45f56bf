package org.vitrine.companies;

/** A company inside the database. Every query that a customer can reach takes one. */
public record CompanyId(long value) {}
