/** Companies, the people and keys that may come in, and who is asking. May import platform only. */
package org.vitrine.accounts;
