/**
 * How alike short texts are, in any language and without a list of words: who is nearest to whom,
 * and who belongs together. Pure; imports nothing of Vitrine (decision 0078).
 */
package org.vitrine.platform.likeness;
