/**
 * Service profiles: what a company gets, by its tier and by what was agreed with it, in versions.
 * Rooms below ask through interfaces of their own. May import meetings and what lies below.
 */
package org.vitrine.profiles;
