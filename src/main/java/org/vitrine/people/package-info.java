/**
 * Administration of who may come in: people, companies, keys, the audit trail and outgoing mail
 * over HTTP; who is written to, and how they leave what they are mailed. May import access,
 * companies, mail and platform only.
 */
package org.vitrine.people;
