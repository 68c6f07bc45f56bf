package org.vitrine.signin;

import org.vitrine.access.Sessions;
import org.vitrine.access.Token;

/**
 * Who knocks: a browser, by the secret that it keeps, and where it stands. The browser's secret
 * opens nothing; it ties the steps of one sign-in to each other.
 */
record Visitor(Token browser, Sessions.From from) {}
