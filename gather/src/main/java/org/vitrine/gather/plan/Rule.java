package org.vitrine.gather.plan;

/**
 * What is made of one tag.
 *
 * @param name short and unique in its source; it is a part of the ids of reports
 * @param machine whose tag it is
 */
public record Rule(String tag, String name, String machine, Whereabouts where, Sense sense) {}
