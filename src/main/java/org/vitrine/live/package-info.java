/**
 * The live path: from a committed event to the pages that watch it. The feed reads every committed
 * event exactly once; the projector renders what changed and who watches it; the hub sends frames
 * that were built once. May import tracking and what lies below.
 */
package org.vitrine.live;
