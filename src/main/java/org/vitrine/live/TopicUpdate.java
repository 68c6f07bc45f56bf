package org.vitrine.live;

/** What becomes of a topic: a whole page, or what has changed of it. */
public sealed interface TopicUpdate permits TopicPage, TopicPatch {}
