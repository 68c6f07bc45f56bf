/** What a measurement runs on: programs bound to a core, and everything that it starts and ends. */
package org.vitrine.bench.lab;
