/** Vitrine: the command line and the composition root. May import everything. */
package org.vitrine;
