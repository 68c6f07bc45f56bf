package org.vitrine.companies;

import java.util.Map;

/**
 * Who changes a company.
 *
 * @param by as the history says it
 * @param besides what of it changes that another room keeps, by name, before and after
 */
public record CompanyAct(String by, Map<String, ?> besides) {
  /** The house itself. */
  public static final CompanyAct OF_THE_HOUSE = new CompanyAct("Vitrine", Map.of());
}
