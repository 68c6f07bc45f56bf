/**
 * What a few answers say of all, and how surely: shares, promoters, means, medians, what changed,
 * what comes to mind first. Pure; imports nothing of Vitrine (decision 0114).
 */
package org.vitrine.platform.statistics;
