package org.vitrine.accounts.signin;

import org.vitrine.accounts.Access;
import org.vitrine.accounts.Token;

/**
 * Who knocks: a browser, by the secret that it keeps, and where it stands. The browser's secret
 * opens nothing; it ties the steps of one sign-in to each other.
 */
record Visitor(Token browser, Access.From from) {}
