/**
 * Each quarter the service itself is looked over: what was promised and kept, whether it helped to
 * change it, what follows. Imports what lies below it: visits, profiles, voices, actions.
 */
package org.vitrine.servicereviews;
