/**
 * Design reviews: a question is put to companies, their people propose and say what they think of
 * each other's proposals, staff group them and answer each. May import voices and what lies below.
 */
package org.vitrine.reviews;
