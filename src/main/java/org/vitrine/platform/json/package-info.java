/** The one JSON mapper. May import platform only. */
package org.vitrine.platform.json;
