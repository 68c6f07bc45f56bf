package org.vitrine.photos;

/** What a page has to know of a photo before it is loaded; its size in pixels, upright. */
public record PhotoFacts(PhotoId id, int width, int height) {}
