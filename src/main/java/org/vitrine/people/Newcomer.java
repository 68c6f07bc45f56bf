package org.vitrine.people;

import java.util.Collection;
import org.vitrine.access.Role;
import org.vitrine.companies.CompanyId;

/** Somebody who is to be invited. */
public record Newcomer(
    String name,
    String email,
    Role role,
    Collection<CompanyId> companies,
    Preferences preferences) {}
