/** What every feature stands on: database, web, JSON, settings. Knows nothing of the features. */
package org.vitrine.platform;
