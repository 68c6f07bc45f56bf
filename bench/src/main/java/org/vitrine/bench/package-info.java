/** Measures Vitrine side by side with its peers, as docs/benchmarks.md tells. */
package org.vitrine.bench;
