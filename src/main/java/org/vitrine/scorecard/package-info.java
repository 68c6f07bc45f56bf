/**
 * The numbers of each month: what was promised and kept, counted, frozen and chained, for whoever
 * the house opens them to. May import loyalty and what lies below.
 */
package org.vitrine.scorecard;
