/**
 * Outgoing mail: queued in the transaction that has something to tell, sent afterwards, again and
 * again for three days if it must. May import platform only.
 */
package org.vitrine.mail;
