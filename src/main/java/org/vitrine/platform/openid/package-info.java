/** Asks an OpenID Connect provider who somebody is; whether they may come in is for signin. */
package org.vitrine.platform.openid;
