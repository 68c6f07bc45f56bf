/**
 * How people prove who they are: e-mailed links, passwords, second factors and the company's own
 * OpenID provider. May import accounts and platform only.
 */
package org.vitrine.accounts.signin;
