/**
 * What each audience may see of an order: status pages, lists, glass links; the live path is in the
 * package below. May import production, orders, companies, access and platform.
 */
package org.vitrine.tracking;
