/** What Vitrine is measured against: programs that fan out what is posted to them. */
package org.vitrine.bench.peer;
