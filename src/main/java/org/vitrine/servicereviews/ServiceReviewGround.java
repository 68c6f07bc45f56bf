package org.vitrine.servicereviews;

import org.vitrine.access.Audit;
import org.vitrine.actions.Actions;
import org.vitrine.profiles.Profiles;
import org.vitrine.visits.Visits;
import org.vitrine.voices.Figures;

/** The rooms below that a review asks. */
public record ServiceReviewGround(
    Visits visits, Figures figures, Profiles profiles, Audit audit, Actions actions) {}
