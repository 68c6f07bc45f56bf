/**
 * The commands that a person types, one class each; they ask the composition root for what they
 * need. May import everything.
 */
package org.vitrine.command;
