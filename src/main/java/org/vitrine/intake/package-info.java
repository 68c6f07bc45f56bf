/**
 * What comes from files: a plant's production log, and orders with their lines, promises and
 * requirements. Reading is pure and tells of every row what is wrong with it; writing goes through
 * the doors of the features below. May import production, orders, companies, access and platform.
 */
package org.vitrine.intake;
