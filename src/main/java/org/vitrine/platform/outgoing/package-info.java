/**
 * What leaves for addresses that others named: each is resolved once, checked, and connected to
 * exactly as it was checked, so that nobody reaches what only this machine can.
 */
package org.vitrine.platform.outgoing;
