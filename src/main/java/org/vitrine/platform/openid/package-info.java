/** Asks an OpenID Connect provider who somebody is; whether they may come in is for accounts. */
package org.vitrine.platform.openid;
