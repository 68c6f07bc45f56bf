/**
 * The one web server, and how a request is answered or refused. May import platform and its JSON.
 */
package org.vitrine.platform.web;
