/**
 * What comes from files: a plant's production log, and orders with their lines, promises and
 * requirements. What an import did is kept, and can be taken back. Whatever the file is, it becomes
 * a {@code Table} first. Reading is pure and tells of every row what is wrong with it; writing goes
 * through the doors of the features below. May import production, orders, companies, feature,
 * access and platform.
 */
package org.vitrine.intake;
