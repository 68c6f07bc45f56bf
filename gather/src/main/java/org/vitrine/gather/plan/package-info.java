/**
 * The one file that says which machines there are and what their tags mean. Every fault in it is
 * told with its line, all at once. It knows nothing of how values arrive.
 */
package org.vitrine.gather.plan;
