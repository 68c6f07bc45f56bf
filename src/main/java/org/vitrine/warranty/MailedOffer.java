package org.vitrine.warranty;

import java.util.Optional;

/** To whom a piece is offered by mail, and in which language where that is known. */
record MailedOffer(String address, Optional<String> language) {}
