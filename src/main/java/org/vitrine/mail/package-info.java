/**
 * Outgoing mail: queued in the transaction that has something to tell, sent afterwards, again and
 * again for a day if it must. May import platform only.
 */
package org.vitrine.mail;
