package org.vitrine.tracking;

import org.vitrine.companies.Company;

/** Whoever knows what companies were agreed to see of their orders. Answers from memory. */
public interface AgreedViews {
  /** Where all of them see everything. */
  AgreedViews ALL =
      new AgreedViews() {
        @Override
        public String edition() {
          return "";
        }

        @Override
        public ShownPart of(Company company) {
          return ShownPart.ALL;
        }
      };

  /**
   * Names what is agreed now: a page that was made by another edition is made anew. Empty where
   * everybody sees everything.
   */
  String edition();

  ShownPart of(Company company);
}
