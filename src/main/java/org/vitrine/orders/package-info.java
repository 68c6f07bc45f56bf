/**
 * What was bought: orders, their lines, what is required of them, what was promised, what left and
 * who took it, and the history that every change is written into. May import companies, access and
 * platform.
 */
package org.vitrine.orders;
