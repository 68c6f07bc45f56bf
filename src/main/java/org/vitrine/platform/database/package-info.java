/** The one way to PostgreSQL, ours or another. May import platform only. */
package org.vitrine.platform.database;
