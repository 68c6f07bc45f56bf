/**
 * When somebody works: calendars with shifts, holidays and weekend days that are worked, kept in
 * versions. What is counted in working time asks a {@link WorkingTime}. Knows no orders; imports
 * platform, access and feature.
 */
package org.vitrine.calendars;
