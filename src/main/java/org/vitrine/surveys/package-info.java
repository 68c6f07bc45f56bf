/**
 * Surveys: what customers are asked, whom, when and how often, and what they answer, named, in
 * confidence or anonymously. May import meetings and what lies below.
 */
package org.vitrine.surveys;
