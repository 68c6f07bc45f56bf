/**
 * Who is asking and what they may do: tokens, sessions, keys, guards and the audit trail. No
 * routes. May import companies, mail and platform only.
 */
package org.vitrine.access;
