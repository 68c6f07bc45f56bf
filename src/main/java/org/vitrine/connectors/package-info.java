/**
 * What is pulled from other systems: an ERP, a server of ours or of others, a file that somebody
 * writes again and again. A connector is a pure mapping (questions and answers of one kind of
 * system, which become rows) and a cursor; the rows go the way of imported files. May import intake
 * and what lies below it.
 */
package org.vitrine.connectors;
