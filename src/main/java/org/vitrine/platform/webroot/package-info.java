/** The files that come with the program for browsers and readers. May import nothing of ours. */
package org.vitrine.platform.webroot;
