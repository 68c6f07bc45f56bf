/** How anything is measured: CPU time, rounds in turn, medians with their intervals, latencies. */
package org.vitrine.bench.measure;
