/**
 * The one web server, and how a request is answered or refused. May import platform, its JSON and
 * its database.
 */
package org.vitrine.platform.web;
