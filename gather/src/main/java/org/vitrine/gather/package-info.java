/**
 * The gatherer: a process of its own beside Vitrine that brings what machines say. Values come from
 * sources ({@code opcua}, {@code mqtt}, {@code mtconnect}), mean something by the plan ({@code
 * mapping}), are kept ({@code journal}) and brought to Vitrine ({@code delivery}).
 */
package org.vitrine.gather;
