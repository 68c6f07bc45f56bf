/** How the gatherer itself is: a line of JSON each time something is to be said, and /health. */
package org.vitrine.gather.health;
