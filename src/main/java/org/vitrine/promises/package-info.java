/**
 * What was promised and what became of it: the ledger of each order (every word, when the customer
 * was told, who read it), and what was kept or missed. May import profiles and what lies below.
 */
package org.vitrine.promises;
