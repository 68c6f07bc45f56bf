/**
 * What somebody of the house does until a day, asked after until it worked: because customers said
 * it in a meeting, in a complaint or anywhere else; this room knows none of these. May import what
 * lies below, down from people.
 */
package org.vitrine.actions;
