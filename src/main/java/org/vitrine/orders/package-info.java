/**
 * What was bought: orders, their lines, what is required of them, what was promised, and the
 * history that every change is written into. May import companies, access and platform.
 */
package org.vitrine.orders;
