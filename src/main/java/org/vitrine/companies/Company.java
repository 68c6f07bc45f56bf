package org.vitrine.companies;

/** Who buys: the tenant. */
public record Company(CompanyId id, String code, String name, CompanyKind kind, Tier tier) {}
