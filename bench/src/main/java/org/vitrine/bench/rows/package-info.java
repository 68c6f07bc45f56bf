/** The rows of the table, a class each. */
package org.vitrine.bench.rows;
