/**
 * How it is made: routings and their stages, what the plant reports, and the progress and verdicts
 * that follow from it. May import orders, companies, access and platform.
 */
package org.vitrine.production;
