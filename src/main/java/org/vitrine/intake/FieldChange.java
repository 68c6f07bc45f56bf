package org.vitrine.intake;

/**
 * One thing that a file says otherwise than it was said before.
 *
 * @param column what, as the columns of files are called
 * @param line of which line; absent where of the whole
 * @param requirement of which requirement of that line, where of one
 * @param before absent where nothing was said
 * @param after absent where nothing is said any longer
 */
record FieldChange(String column, Integer line, String requirement, Object before, Object after) {}
