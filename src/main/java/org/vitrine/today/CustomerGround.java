package org.vitrine.today;

import org.vitrine.delays.Delays;
import org.vitrine.loyalty.Loyalty;
import org.vitrine.visits.Visits;

/** The rooms that know how it stands with customers. */
public record CustomerGround(Visits visits, Loyalty loyalty, Delays delays) {}
