/**
 * Administration of who may come in: people, companies, keys, the audit trail and outgoing mail
 * over HTTP. May import access, companies, mail and platform only.
 */
package org.vitrine.people;
