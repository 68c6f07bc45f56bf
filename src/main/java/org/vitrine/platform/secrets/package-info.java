/** What must not be read by whoever has the database alone: keys that lie outside of it. */
package org.vitrine.platform.secrets;
