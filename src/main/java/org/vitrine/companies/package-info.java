/** Who buys: companies, their kind and their tier. May import platform and mail only. */
package org.vitrine.companies;
