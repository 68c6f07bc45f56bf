package org.vitrine.connectors;

/** What brings questions to another system and answers back: the network, or a test. */
@FunctionalInterface
interface Wire {
  /** Throws {@link SourceFault} where nothing was answered; whatever was answered is returned. */
  SourceReply ask(SourceQuestion question);
}
