/**
 * Loyalty: how long customers have been ours, who may be leaving, what of their need they say they
 * buy here, and early signs of each. May import meetings and what lies below.
 */
package org.vitrine.loyalty;
