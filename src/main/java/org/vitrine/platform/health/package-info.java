/** How the program says that it is well, and what it measures. May import platform only. */
package org.vitrine.platform.health;
