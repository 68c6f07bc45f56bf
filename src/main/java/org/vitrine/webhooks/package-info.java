/**
 * Others are told what happens, each endpoint in order per order and at least once, signed and
 * thin. Hears what rooms below say; nobody imports it to tell it anything.
 */
package org.vitrine.webhooks;
