/** What an installation can set. May import nothing of ours. */
package org.vitrine.platform.config;
