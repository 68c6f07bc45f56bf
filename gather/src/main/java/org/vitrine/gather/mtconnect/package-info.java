/** Agents of MTConnect (ANSI/MTC1.4 and later), read by their streams over HTTP. */
package org.vitrine.gather.mtconnect;
