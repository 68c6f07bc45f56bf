/**
 * Photos that people send with what they say: checked before a pixel is decoded, turned upright,
 * written anew without anything but their pixels, and kept. Knows nothing of what they show;
 * imports platform, companies, access and feature.
 */
package org.vitrine.photos;
