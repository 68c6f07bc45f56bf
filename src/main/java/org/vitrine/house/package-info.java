/**
 * The house itself: what it is called, in which zone its plant is, which language it offers first;
 * how an empty house is begun with, and the example that can be filled in and taken away again. May
 * import what lies below the demo.
 */
package org.vitrine.house;
