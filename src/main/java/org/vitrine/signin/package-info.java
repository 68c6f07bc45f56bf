/**
 * How people prove who they are: e-mailed links, passwords, second factors and the manufacturer's
 * own OpenID provider. May import people, access, companies, mail and platform only.
 */
package org.vitrine.signin;
