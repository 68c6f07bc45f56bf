/**
 * The languages people read, and what pages and mails say in each of them. May import the webroot
 * and the platform's JSON.
 */
package org.vitrine.platform.words;
