/**
 * Recall notices: each company concerned by a nonconformance is told what of its own is concerned,
 * and chooses what is done for it. May import voices and what lies below.
 */
package org.vitrine.recalls;
