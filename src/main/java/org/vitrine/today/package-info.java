/**
 * What wants doing now: the first page of staff, made of what each room knows, by what its reader
 * may do and whom they look after. It judges nothing; it compares dates with a moment. May import
 * what lies below, down from meetings.
 */
package org.vitrine.today;
