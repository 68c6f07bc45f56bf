/**
 * What is promised of pieces after they have left: cover as a ledger, the cards that are printed
 * for them, and looking it up without an account. May import what lies below, down from people.
 */
package org.vitrine.warranty;
