/**
 * Backups of everything that an installation keeps, and how they come back: one archive, to a
 * folder or to an object store, sealed where somebody gives a passphrase. May import platform only.
 */
package org.vitrine.platform.backup;
