/**
 * Templates of products: how one is made, in what it is counted and what is usually demanded of it,
 * so that placing an order is choosing. Knows production below, which knows the stages; orders are
 * placed without it.
 */
package org.vitrine.products;
