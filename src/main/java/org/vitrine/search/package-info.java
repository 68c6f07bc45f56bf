/**
 * Finding anything: one index of what the other rooms say can be found, and the box on every page
 * that asks it. May import feature, access, companies and platform; knows no other room.
 */
package org.vitrine.search;
